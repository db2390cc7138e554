package import Transcripts

/// The files of the machine, as commands work with them.
package protocol FileDesk: Sendable {
    /// Begins a file, which is there as a whole when it is committed, or not at all.
    ///
    /// - Parameters:
    ///   - path: Where it will be.
    ///   - replacing: Whether one that is there is replaced.
    /// - Returns: The file, to be written.
    /// - Throws: An error with a sentence, also where there is one that may not be replaced.
    func create(_ path: String, replacing: Bool) throws -> any NewFile

    /// The standard output, as a file that is written as it comes.
    func standardOutput() -> any NewFile

    /// What has a name, or `nil` where there is nothing of it; `~/` is the home folder.
    func kind(of path: String) -> FileKind?

    /// The names of what is in a folder that begin with a text, those of folders with a slash at the
    /// end; none where it cannot be read.
    func names(in folder: String, beginningWith start: String) -> [String]

    /// Opens a file to be read; `-` is the standard input, which is read to its end.
    func open(_ path: String) throws -> any TranscriptSource
}

/// What a name stands for.
package enum FileKind: Hashable, Sendable {
    /// A file with so many bytes.
    case file(size: Int)
    /// A folder.
    case folder
    /// A pipe, a socket or a device.
    case other
}

/// A file that is being written.
package protocol NewFile {
    /// Adds bytes at the end.
    func write(_ bytes: [UInt8]) throws

    /// Brings it to its place.
    func commit() throws
}
