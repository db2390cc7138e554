import Chat
import Files

/// A file to export to, or to import from, cannot be used.
struct TranscriptFileError: ChatFailure, FileFailure {
    private let error: FileError

    init(_ error: FileError) {
        self.error = error
    }

    var kind: ChatFailureKind { error.isMissing ? .notFound : .general }
    var description: String { error.description }
    var hint: String? {
        if error.isTaken { return "Add --force to replace it, or give another name." }
        if error.isDiskFull { return "Make room on the disk, or write elsewhere." }
        return "Check the name, and the permissions of its folder."
    }
}
