import Platform

/// A tmux server of its own, on a private socket.
struct Tmux: Sendable {
    private static let configuration = """
        set -g default-terminal tmux-256color
        set -g remain-on-exit on
        set -g status off
        set -s escape-time 0
        """

    private let socket: String
    private let configurationFile: String
    private let environment: [String: String]

    /// Prepares a server whose files are in a folder.
    init(in folder: TemporaryFolder) throws {
        socket = folder.file("tmux")
        configurationFile = folder.file("tmux.conf")
        environment = ProgramEnvironment.make(home: folder.path)
        guard let file = fopen(configurationFile, "w") else {
            throw SpawnError(program: "tmux", systemError: errno)
        }
        fputs(Self.configuration, file)
        fclose(file)
    }

    /// Runs a tmux command.
    ///
    /// - Parameters:
    ///   - arguments: The command and its arguments.
    ///   - input: What it reads from its standard input.
    /// - Returns: What it printed.
    /// - Throws: An error when tmux cannot be started, or fails.
    @discardableResult
    func run(_ arguments: [String], input: String = "") throws -> String {
        let (input, output) = (try Self.temporaryFile(with: input), try Spawn.makePipe())
        defer { [input, output.readEnd].forEach { _ = close($0) } }
        let process = try Spawn.start(
            "tmux", ["-u", "-S", socket, "-f", configurationFile] + arguments,
            environment: environment, streams: (input, output.writeEnd))
        close(output.writeEnd)
        var text: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = read(output.readEnd, &buffer, buffer.count), count > 0 {
            text += buffer.prefix(count)
        }
        var status: CInt = 0
        while waitpid(process, &status, 0) == -1, errno == EINTR {}
        guard status == 0 else { throw TmuxError(arguments: arguments, text: text) }
        return String(decoding: text, as: UTF8.self)
    }

    private static func temporaryFile(with text: String) throws -> CInt {
        guard let file = tmpfile() else { throw SpawnError(program: "tmux", systemError: errno) }
        defer { fclose(file) }
        fputs(text, file)
        rewind(file)
        return fcntl(fileno(file), F_DUPFD_CLOEXEC, 0)
    }
}

/// A tmux command that failed.
struct TmuxError: Error, CustomStringConvertible {
    /// What failed, and what tmux said.
    let description: String

    /// Makes an error of what tmux printed.
    init(arguments: [String], text: [UInt8]) {
        description = "tmux \(arguments): \(String(decoding: text, as: UTF8.self))"
    }
}
