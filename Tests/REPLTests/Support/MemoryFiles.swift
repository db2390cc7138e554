import Chat
import REPL
import Synchronization
import Transcripts

/// Files that live in memory.
final class MemoryFiles: FileDesk {
    private let contents = Mutex<[String: [UInt8]]>([:])

    /// A file as text, where there is one.
    subscript(path: String) -> String? {
        get { contents.withLock { $0[path].map { String(decoding: $0, as: UTF8.self) } } }
        set { contents.withLock { $0[path] = newValue.map { Array($0.utf8) } } }
    }

    /// The names of all files.
    var names: [String] { contents.withLock { $0.keys.sorted() } }

    func create(_ path: String, replacing: Bool) throws -> any NewFile {
        if !replacing, self[path] != nil { throw NameIsTaken() }
        return File(path: path, files: self)
    }

    func standardOutput() -> any NewFile { File(path: "stdout", files: self) }

    func kind(of path: String) -> FileKind? {
        let all = names
        if let text = contents.withLock({ $0[path] }) { return .file(size: text.count) }
        return all.contains { $0.hasPrefix("\(path)/") } ? .folder : nil
    }

    func names(in folder: String, beginningWith text: String) -> [String] {
        let start = folder == "." ? "" : folder
        let inside = names.filter { $0.hasPrefix(start + text) }.map { $0.dropFirst(start.count) }
        return Set(
            inside.map { path in
                path.firstIndex(of: "/").map { String(path[...$0]) } ?? String(path)
            }
        ).sorted()
    }

    /// Puts bytes into a file.
    func put(_ bytes: [UInt8], into path: String) { put(bytes, at: path) }

    func open(_ path: String) throws -> any TranscriptSource {
        guard let bytes = contents.withLock({ $0[path] }) else { throw NoSuchFile() }
        return bytes
    }

    private func put(_ bytes: [UInt8], at path: String) {
        contents.withLock { $0[path] = bytes }
    }

    private final class File: NewFile {
        private let path: String
        private let files: MemoryFiles
        private var bytes: [UInt8] = []

        init(path: String, files: MemoryFiles) {
            self.path = path
            self.files = files
        }

        func write(_ bytes: [UInt8]) { self.bytes += bytes }

        func commit() { files.put(bytes, at: path) }
    }
}

private struct NameIsTaken: ChatFailure {
    let kind = ChatFailureKind.general
    let description = "There is such a file."
    let hint: String? = nil
}

private struct NoSuchFile: ChatFailure {
    let kind = ChatFailureKind.notFound
    let description = "There is no such file."
    let hint: String? = nil
}
