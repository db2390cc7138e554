import Files
import Platform
import REPL
import Terminal
import Transcripts

/// The files of this machine.
struct MachineFiles: FileDesk {
    /// Where files are that vanish with the program.
    static var temporaryFolder: String { EnvironmentKey.temporary.value ?? "/tmp" }

    /// As many bytes of the standard input as are not put into a file.
    private static let mostInMemory = 1 << 20

    func create(_ path: String, replacing: Bool) throws -> any NewFile {
        try TranscriptFileError.catching { () throws(FileError) in
            AtomicNewFile(file: try AtomicFile(Self.atHome(path), replacing: replacing))
        }
    }

    func standardOutput() -> any NewFile { StandardOutputFile() }

    func kind(of path: String) -> FileKind? {
        guard let status = try? FileSystem.status(of: Self.atHome(path)) else { return nil }
        return switch status.kind {
        case .regular: .file(size: status.size)
        case .folder: .folder
        case .link, .other: .other
        }
    }

    func names(in folder: String, beginningWith start: String) -> [String] {
        let folder = Self.atHome(folder)
        return ProcessEnvironment.names(in: folder).filter { $0.hasPrefix(start) }.map { name in
            kind(of: "\(folder)/\(name)") == .folder ? "\(name)/" : name
        }
    }

    func open(_ path: String) throws -> any TranscriptSource {
        try TranscriptFileError.catching { () throws(FileError) in
            path == "-"
                ? try spooledInput()
                : OpenedFile(
                    file: try OpenFile(Self.atHome(path), .reading, followingLinks: true))
        }
    }

    /// A path with the home folder in place of the tilde that it begins with.
    private static func atHome(_ path: String) -> String {
        guard path.hasPrefix("~/"), let home = EnvironmentKey.home.value else { return path }
        return home + path.dropFirst()
    }

    /// The standard input, in memory where it is short and in a file without a name else.
    private func spooledInput() throws(FileError) -> any TranscriptSource {
        var bytes: [UInt8] = []
        var file: TemporaryFile?
        while case let more = StandardInput.read(), !more.isEmpty {
            bytes += more
            guard bytes.count > Self.mostInMemory else { continue }
            if file == nil {
                file = try TemporaryFile(in: Self.temporaryFolder)
                try file?.hide()
            }
            try file?.file.write(bytes)
            bytes = []
        }
        guard let file = file?.file else { return bytes }
        try file.write(bytes)
        return OpenedFile(file: file)
    }
}

/// A file that is read.
private struct OpenedFile: TranscriptSource {
    let file: OpenFile

    var size: Int? { try? file.status.size }

    func read(from offset: Int, atMost limit: Int) throws -> [UInt8] {
        try TranscriptFileError.catching { () throws(FileError) in
            try file.read(from: offset, atMost: limit)
        }
    }
}

/// A file that is there when it is whole.
private struct AtomicNewFile: NewFile {
    let file: AtomicFile

    func write(_ bytes: [UInt8]) throws {
        try TranscriptFileError.catching { () throws(FileError) in try file.write(bytes) }
    }

    func commit() throws {
        try TranscriptFileError.catching { () throws(FileError) in try file.commit() }
    }
}

/// The standard output, byte for byte.
private struct StandardOutputFile: NewFile {
    /// Writes all of the bytes.
    ///
    /// - Throws: ``OutputError``; ``ExitStatus`` where the reader has left, which is no failure.
    func write(_ bytes: [UInt8]) throws {
        guard let failure = Descriptor(STDOUT_FILENO).write(bytes) else { return }
        guard failure.errorNumber != EPIPE else { throw ExitStatus.success }
        throw OutputError(words: String(cString: strerror(failure.errorNumber)))
    }

    func commit() {}
}
