import Files
import Platform
import REPL
import Terminal

/// The files of this machine.
struct MachineFiles: FileDesk {
    func create(_ path: String, replacing: Bool) throws -> any NewFile {
        try TranscriptFileError.catching { () throws(FileError) in
            AtomicNewFile(file: try AtomicFile(path, replacing: replacing))
        }
    }

    func standardOutput() -> any NewFile { StandardOutputFile() }

    func read(_ path: String) throws -> [UInt8] {
        if path == "-" { return StandardInput.readAllBytes() }
        return try TranscriptFileError.catching { () throws(FileError) in
            try OpenFile(path, .reading, followingLinks: true).read()
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
