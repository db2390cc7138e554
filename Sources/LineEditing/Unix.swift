import Files
import Platform

/// The system calls of this module, with Swift's types.
enum Unix {
    /// The error number of the last call that failed.
    static var errorNumber: CInt { errno }

    /// Wraps `strerror`.
    static func errorText(_ number: CInt) -> String { String(cString: strerror(number)) }

    /// Wraps `getenv`.
    static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    /// Wraps `realpath`: the path without links; `nil` if there is nothing.
    static func realPath(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    /// Wraps `isatty`.
    static func isTerminal(_ descriptor: CInt) -> Bool { isatty(descriptor) == 1 }

    /// Wraps `close`.
    static func closeDescriptor(_ descriptor: CInt) { _ = close(descriptor) }

    /// Makes a pipe: its reading and its writing end, which never block.
    static func makePipe() -> (readEnd: CInt, writeEnd: CInt)? {
        guard let ends = PipeEnds() else { return nil }
        for end in [ends.readEnd, ends.writeEnd] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
        return (ends.readEnd, ends.writeEnd)
    }

    /// Wraps `openpty`: a terminal of our own, of a size.
    static func makeTerminal(_ size: TerminalSize) -> (controller: CInt, terminal: CInt)? {
        var (controller, terminal): (CInt, CInt) = (-1, -1)
        var window = winsize()
        window.ws_row = UInt16(size.rows)
        window.ws_col = UInt16(size.columns)
        guard openpty(&controller, &terminal, nil, nil, &window) == 0 else { return nil }
        closeInPrograms(controller)
        closeInPrograms(terminal)
        return (controller, terminal)
    }

    /// Wraps `ioctl` with `TIOCGWINSZ`; 24 rows of 80 columns if the terminal does not know.
    static func size(of terminal: CInt) -> TerminalSize {
        var window = winsize()
        guard ioctl(terminal, UInt(TIOCGWINSZ), &window) == 0, window.ws_row > 0, window.ws_col > 0
        else { return TerminalSize(rows: 24, columns: 80) }
        return TerminalSize(rows: Int(window.ws_row), columns: Int(window.ws_col))
    }

    /// Wraps `read`: what there is, empty at the end of input, `nil` when there is nothing yet.
    static func readSome(from descriptor: CInt) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: 16_384)
        let count = read(descriptor, &bytes, bytes.count)
        if count < 0, errno == EINTR || errno == EAGAIN { return nil }
        return Array(bytes.prefix(max(0, count)))
    }

    /// Wraps `write`, until everything is written or the other side is gone.
    static func writeAll(_ text: String, to descriptor: CInt) {
        var text = text
        text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)[...]
            while let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress, !rest.isEmpty {
                let count = write(descriptor, start, rest.count)
                if count > 0 {
                    rest = rest.dropFirst(count)
                } else if errno == EAGAIN {
                    _ = waitForAny(of: [descriptor], writable: true, milliseconds: -1)
                } else if errno != EINTR {
                    return
                }
            }
        }
    }

    /// Wraps `write`, once.
    static func writeByte(_ byte: UInt8, to descriptor: CInt) {
        var byte = byte
        _ = write(descriptor, &byte, 1)
    }

    /// Wraps `poll`: which descriptors are ready, or gone; none after the time.
    static func waitForAny(
        of descriptors: [CInt], writable: Bool = false, milliseconds: CInt
    ) -> [Bool] {
        let events = Int16(writable ? POLLOUT : POLLIN)
        var polled = descriptors.map { pollfd(fd: $0, events: events, revents: 0) }
        guard poll(&polled, nfds_t(polled.count), milliseconds) > 0 else {
            return descriptors.map { _ in false }
        }
        return polled.map { $0.revents != 0 }
    }

    /// Wraps `poll` on nothing: waits.
    static func sleep(milliseconds: CInt) { _ = poll(nil, 0, milliseconds) }

    /// The signal of a number written to the wake pipe.
    static func wakeReason(_ byte: UInt8) -> WakeReason {
        switch CInt(byte) {
        case SIGINT: .interrupted
        case SIGTSTP: .suspended
        case SIGCONT: .continued
        default: .changed
        }
    }

    /// Wraps `strstr`: whether a text has another one in it, byte for byte; in a history of large
    /// texts `String` would look for seconds.
    static func contains(_ text: String, _ part: String) -> Bool { strstr(text, part) != nil }

    /// Wraps `setlocale` for characters: the user's, or UTF-8 where that has single bytes only.
    static func useLocaleOfUTF8(isSingleByte: () -> Bool) {
        setlocale(LC_CTYPE, "")
        if isSingleByte() { setlocale(LC_CTYPE, "C.UTF-8") }
    }

    private static func closeInPrograms(_ descriptor: CInt) {
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }
}
