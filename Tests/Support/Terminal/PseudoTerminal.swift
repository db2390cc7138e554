import Platform
import Synchronization

/// A program on a terminal of its own, seen as bytes.
///
/// It owns a home folder. The program is killed when the owner lets go.
package final class PseudoTerminal: Sendable {
    /// The home folder of the program.
    package let home: TemporaryFolder
    /// The program's process id.
    package let process: Int32

    private let controller: CInt
    private let received = Mutex<[UInt8]>([])
    private let end = Mutex<ProgramEnd?>(nil)

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - program: Its path.
    ///   - arguments: Its arguments.
    ///   - environment: Changes to ``ProgramEnvironment``.
    ///   - home: Its home folder.
    ///   - columns: The columns of the terminal.
    ///   - rows: The rows of the terminal.
    /// - Throws: An error when there are no terminals left, or no such program.
    package init(
        _ program: String, _ arguments: [String] = [], environment: [String: String] = [:],
        home: TemporaryFolder? = nil, columns: Int = 80, rows: Int = 24
    ) throws {
        self.home = try home ?? TemporaryFolder()
        var (controller, terminal): (CInt, CInt) = (-1, -1)
        guard openpty(&controller, &terminal, nil, nil, nil) == 0 else {
            throw SpawnError(program: "openpty", systemError: errno)
        }
        defer { close(terminal) }
        self.controller = controller
        _ = fcntl(controller, F_SETFD, FD_CLOEXEC)
        _ = fcntl(terminal, F_SETFD, FD_CLOEXEC)
        _ = fcntl(controller, F_SETFL, O_NONBLOCK)
        Self.setSize(of: controller, columns: columns, rows: rows)
        process = try Spawn.start(
            program, arguments,
            environment: ProgramEnvironment.make(home: self.home.path, changes: environment),
            terminal: try Self.name(of: terminal))
    }

    /// The path of a terminal.
    ///
    /// Wraps `ttyname_r`: what `ttyname` returns belongs to all threads, so that two tests at the
    /// same time started both programs on one terminal.
    private static func name(of terminal: CInt) throws -> String {
        var name = [CChar](repeating: 0, count: 256)
        let result = ttyname_r(terminal, &name, name.count)
        guard result == 0 else { throw SpawnError(program: "ttyname_r", systemError: result) }
        return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    deinit {
        if pollEnd() == nil {
            kill(process, SIGKILL)
            waitpid(process, nil, 0)
        }
        close(controller)
    }

    /// Everything that the program has written so far.
    package var output: String {
        received.withLock { bytes in
            receive(into: &bytes)
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    /// How many bytes the program has written so far.
    package var outputCount: Int {
        received.withLock { bytes in
            receive(into: &bytes)
            return bytes.count
        }
    }

    /// What the program has written behind so many bytes.
    package func output(from place: Int) -> String {
        received.withLock { bytes in
            receive(into: &bytes)
            return String(decoding: bytes.dropFirst(place), as: UTF8.self)
        }
    }

    /// Whether the terminal echoes and edits lines itself, as a shell leaves it.
    package var isCooked: Bool {
        var modes = termios()
        tcgetattr(controller, &modes)
        let flags = tcflag_t(ICANON | ECHO | ISIG)
        return modes.c_lflag & flags == flags
    }

    /// Types bytes, however many; the program's output is taken meanwhile.
    package func send(_ bytes: some Sequence<UInt8>) async throws {
        var rest = Array(bytes)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(controller, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else {
                guard errno == EAGAIN, pollEnd() == nil else { throw TerminalGone(output: output) }
                _ = output
                try await Task.sleep(for: .microseconds(50))
            }
        }
    }

    /// Types text.
    package func send(_ text: String) async throws { try await send(text.utf8) }

    /// Gives the terminal another size.
    package func resize(columns: Int, rows: Int) {
        Self.setSize(of: controller, columns: columns, rows: rows)
    }

    /// Sends the program a signal.
    package func signal(_ number: Int32) { kill(process, number) }

    /// Waits until the output has a text.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - count: How often it must be there.
    /// - Throws: ``TerminalTimeout`` with the output, after ``Patience/limit``.
    package func waitForOutput(_ text: String, times count: Int = 1) async throws {
        try await wait(for: "\(count) × \(text.debugDescription)") {
            output.ranges(of: text).count >= count
        }
    }

    /// Waits until the program has ended.
    package func waitForEnd() async throws -> ProgramEnd {
        try await wait(for: "the end of the program") {
            _ = output
            return pollEnd() != nil
        }
        return pollEnd() ?? .exited(-1)
    }

    /// Waits until something holds.
    package func wait(for what: String, _ condition: () -> Bool) async throws {
        let deadline = ContinuousClock.now + Patience.limit
        while !condition() {
            guard ContinuousClock.now < deadline else {
                throw TerminalTimeout(what: what, screen: output.debugDescription)
            }
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    private func pollEnd() -> ProgramEnd? {
        end.withLock { end in
            var status: CInt = 0
            if end == nil, waitpid(process, &status, WNOHANG) == process {
                end = ProgramEnd(status: status)
            }
            return end
        }
    }

    private func receive(into bytes: inout [UInt8]) {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = read(controller, &buffer, buffer.count), count > 0 {
            bytes += buffer.prefix(count)
        }
    }

    private static func setSize(of terminal: CInt, columns: Int, rows: Int) {
        var size = winsize()
        size.ws_col = UInt16(columns)
        size.ws_row = UInt16(rows)
        _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
    }
}
