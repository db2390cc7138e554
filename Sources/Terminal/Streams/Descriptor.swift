import Platform

/// A file descriptor that somebody else owns, and the system calls on it.
package struct Descriptor {
    private let number: Int32

    /// Names a descriptor.
    package init(_ number: Int32) {
        self.number = number
    }

    /// Whether it is a terminal, by `isatty`.
    var isTerminal: Bool { isatty(number) == 1 }

    /// The columns and rows of the terminal now, by `ioctl` with `TIOCGWINSZ`.
    var size: TerminalSize? {
        var size = winsize()
        guard ioctl(number, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return TerminalSize(
            columns: Int(size.ws_col), rows: size.ws_row > 0 ? Int(size.ws_row) : nil)
    }

    /// Writes all of a text and returns why it could not, by `write` and `poll`.
    func write(_ text: String) -> WriteFailure? {
        var text = text
        return text.withUTF8 { write(UnsafeRawBufferPointer($0)) }
    }

    /// Writes all of some bytes and returns why it could not, by `write` and `poll`.
    package func write(_ bytes: [UInt8]) -> WriteFailure? {
        bytes.withUnsafeBytes { write($0) }
    }

    private func write(_ bytes: UnsafeRawBufferPointer) -> WriteFailure? {
        var rest = bytes[...]
        while !rest.isEmpty {
            let chunk = UnsafeRawBufferPointer(rebasing: rest)
            let count = systemWrite(number, chunk.baseAddress, chunk.count)
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                waitUntilWritable()
            } else if errno != EINTR {
                return WriteFailure(errorNumber: errno)
            }
        }
        return nil
    }

    /// Lets `write` fail with EPIPE instead of ending the process, by `signal`.
    static func ignoreBrokenPipes() {
        signal(SIGPIPE, SIG_IGN)
    }

    private func waitUntilWritable() {
        var request = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
        _ = poll(&request, 1, -1)
    }
}

/// Why a write failed for good.
package struct WriteFailure: Sendable {
    /// The system's number for it.
    package let errorNumber: Int32

    /// The system's words for it, by `strerror`; `nil` where the reader has gone, which is no
    /// failure of anybody.
    var words: String? {
        [EPIPE, EIO].contains(errorNumber) ? nil : String(cString: strerror(errorNumber))
    }
}

/// `write` of the C library, which the method of the same name hides.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
