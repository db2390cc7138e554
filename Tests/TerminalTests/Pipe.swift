import Platform

/// A pipe of the system whose ends are closed with it.
final class Pipe: Sendable {
    /// The end that is read.
    let readEnd: Int32
    /// The end that is written to.
    let writeEnd: Int32

    /// Opens a pipe; `nil` where the system has none to give.
    init?() {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        (readEnd, writeEnd) = (ends[0], ends[1])
    }

    deinit {
        close(readEnd)
        close(writeEnd)
    }

    /// Lets writes fail with EAGAIN instead of waiting.
    func makeWritesNonBlocking() {
        _ = fcntl(writeEnd, F_SETFL, O_NONBLOCK)
    }

    /// Makes a pipe that nobody reads: the number stays taken, by a descriptor of another file.
    func stopReading() {
        let null = open("/dev/null", O_RDONLY)
        dup2(null, readEnd)
        close(null)
    }

    /// Reads until a number of bytes has come.
    func read(_ count: Int) -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while bytes.count < count {
            let received = systemRead(readEnd, &buffer)
            guard received > 0 else { break }
            bytes += buffer[..<received]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// `read` of the C library, which the method of the same name hides.
private func systemRead(_ descriptor: Int32, _ buffer: inout [UInt8]) -> Int {
    read(descriptor, &buffer, buffer.count)
}
