import Files
import Platform
import REPL

/// The files of this machine.
struct MachineFiles: FileDesk {
    func create(_ path: String, replacing: Bool) throws -> any NewFile {
        try TranscriptFileError.catching { () throws(FileError) in
            AtomicNewFile(
                file: try AtomicFile(path, replacing: replacing))
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
    /// Writes all of the bytes, by `write` and `poll`.
    ///
    /// - Throws: ``OutputError``; ``ExitStatus`` where the reader has left, which is no failure.
    func write(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { systemWrite($0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                var request = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
                _ = poll(&request, 1, -1)
            } else if errno == EPIPE {
                throw ExitStatus.success
            } else if errno != EINTR {
                throw OutputError(words: String(cString: strerror(errno)))
            }
        }
    }

    func commit() {}
}

/// `write` of the C library, which the method of the same name hides.
private func systemWrite(_ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(STDOUT_FILENO, bytes, count)
}
