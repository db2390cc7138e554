import Dispatch
import Files
import Platform

/// The standard input, read in a way that can be cancelled.
enum StandardInput {
    /// Reads what there is, or waits for it.
    ///
    /// - Returns: The bytes; none at the end of the input.
    /// - Throws: `CancellationError`, and nothing was read then.
    static func readSome() async throws -> [UInt8] {
        let wake = try WakePipe()
        let bytes = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                // A thread of its own: reading blocks, and the cooperative pool must not.
                DispatchQueue.global().async { continuation.resume(returning: wait(or: wake)) }
            }
        } onCancel: {
            wake.wake()
        }
        guard let bytes else { throw CancellationError() }
        return bytes
    }

    /// Reads to the end; invalid UTF-8 is repaired.
    static func readAll() -> String {
        var bytes: [UInt8] = []
        while case let more = read(), !more.isEmpty { bytes += more }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Wraps `poll`: what was read, or `nil` where the pipe was written first.
    private static func wait(or wake: WakePipe) -> [UInt8]? {
        var polled = [wake.readEnd, STDIN_FILENO].map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        while poll(&polled, nfds_t(polled.count), -1) < 0 {
            guard errno == EINTR || errno == EAGAIN else { return [] }
        }
        return polled[0].revents == 0 ? read() : nil
    }

    /// Wraps `read`: the next bytes, none at the end or where the input is gone.
    static func read() -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = systemRead(STDIN_FILENO, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            if count < 0, errno == EAGAIN {
                // Somebody else made the input non-blocking; that is not its end.
                var polled = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
                _ = poll(&polled, 1, -1)
                continue
            }
            return Array(buffer.prefix(max(0, count)))
        }
    }
}

/// `read` of the C library, which the method of the same name hides.
private func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer, _ count: Int) -> Int
{
    read(descriptor, bytes, count)
}

/// A pipe that ends one wait.
private final class WakePipe: Sendable {
    private let ends: PipeEnds

    /// Opens the pipe.
    init() throws {
        guard let ends = PipeEnds() else { throw InputError(errorNumber: errno) }
        self.ends = ends
    }

    deinit {
        close(ends.readEnd)
        close(ends.writeEnd)
    }

    /// The end to poll.
    var readEnd: Int32 { ends.readEnd }

    /// Ends the wait.
    func wake() {
        var byte: UInt8 = 1
        _ = write(ends.writeEnd, &byte, 1)
    }
}

/// An input that cannot be read.
private struct InputError: Error, CustomStringConvertible {
    /// The system's number for what is wrong.
    let errorNumber: Int32

    /// What is wrong.
    var description: String {
        "The standard input cannot be read: \(String(cString: strerror(errorNumber)))."
    }
}
