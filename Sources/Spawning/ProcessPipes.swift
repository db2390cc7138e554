import Dispatch
import Files
import Platform
import Synchronization

/// The pipes between this program and one that it started.
final class ProcessPipes: Sendable {
    /// What the program reads.
    let input: PipeEnds
    /// What it writes.
    let output: PipeEnds
    /// Told when the last byte was exchanged.
    let isDone = DispatchSemaphore(value: 0)
    /// Becomes readable when the program has ended.
    private let end: PipeEnds
    private let open: Mutex<Set<Int32>>

    /// Makes pipes.
    ///
    /// - Parameter executable: The program that they are for, for the error.
    /// - Throws: ``SpawnError`` where the system has none left.
    init(for executable: String) throws(SpawnError) {
        var ends: [PipeEnds] = []
        for _ in 0..<3 {
            guard let pair = PipeEnds() else {
                let reason = String(cString: strerror(errno))
                for end in ends { systemClose([end.readEnd, end.writeEnd]) }
                throw SpawnError(executable: executable, reason: reason)
            }
            ends.append(pair)
        }
        (input, output, end) = (ends[0], ends[1], ends[2])
        open = Mutex(Set(ends.flatMap { [$0.readEnd, $0.writeEnd] }))
    }

    /// Closes what only the program uses.
    func closeEndsOfProgram() {
        close(input.readEnd)
        close(output.writeEnd)
    }

    /// Closes all ends that are open, but for the one that ``noteEnd()`` closes.
    func close() {
        for descriptor in open.withLock(\.self) where descriptor != end.writeEnd {
            close(descriptor)
        }
    }

    /// Notes that the program has ended.
    func noteEnd() { close(end.writeEnd) }

    /// Writes the input and takes the output until the program has ended.
    ///
    /// Wraps `poll`, `read` and `write`.
    func exchange(_ bytes: [UInt8], _ onOutput: ([UInt8]) -> Void) {
        for descriptor in [input.writeEnd, output.readEnd] {
            _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        }
        var rest = bytes[...]
        var hasEnded = false
        while !hasEnded {
            if rest.isEmpty { close(input.writeEnd) }
            var requests = [
                pollfd(fd: end.readEnd, events: Int16(POLLIN), revents: 0),
                pollfd(fd: polled(output.readEnd), events: Int16(POLLIN), revents: 0),
                pollfd(fd: polled(input.writeEnd), events: Int16(POLLOUT), revents: 0),
            ]
            guard poll(&requests, nfds_t(requests.count), -1) > 0 else { continue }
            hasEnded = requests[0].revents != 0
            if requests[1].revents != 0 { take(isLast: hasEnded, onOutput) }
            if requests[2].revents != 0 { give(&rest) }
        }
    }

    /// Takes what is there of the output, at the end all of it.
    private func take(isLast: Bool, _ onOutput: ([UInt8]) -> Void) {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        // No more than a pipe holds: what goes on behind the program may write without end.
        for _ in 0..<(isLast ? 16 : 1) {
            let count = read(output.readEnd, &buffer, buffer.count)
            guard count > 0 else {
                if count == 0 { close(output.readEnd) }
                return
            }
            onOutput(Array(buffer.prefix(count)))
        }
    }

    /// Gives the program as much of the input as it takes; none where it reads no more.
    private func give(_ rest: inout ArraySlice<UInt8>) {
        let count = rest.withUnsafeBytes { write(input.writeEnd, $0.baseAddress, $0.count) }
        if count >= 0 {
            rest = rest.dropFirst(count)
        } else if errno != EAGAIN, errno != EINTR {
            rest = []
        }
    }

    /// A descriptor, or a number that `poll` passes over where it is closed.
    private func polled(_ descriptor: Int32) -> Int32 {
        open.withLock { $0.contains(descriptor) } ? descriptor : -1
    }

    private func close(_ descriptor: Int32) {
        open.withLock { open in
            if open.remove(descriptor) != nil { systemClose([descriptor]) }
        }
    }
}

/// `close` of the C library, which the method of the same name hides.
private func systemClose(_ descriptors: [Int32]) {
    for descriptor in descriptors { close(descriptor) }
}
