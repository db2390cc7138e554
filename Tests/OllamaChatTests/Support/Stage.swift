import Chat
import Redis
import RedisSessions
import TestSupport

/// A Redis and a model server for the program.
struct Stage {
    static let program = BuiltProgram.path("ollama-chat")

    /// The variable with which shells find the program.
    static var path: [String: String] {
        let folder = program.split(separator: "/").dropLast().joined(separator: "/")
        return ["PATH": "/\(folder):/usr/local/bin:/usr/bin:/bin"]
    }

    let redis: RedisServer
    let stub: StubOllama

    init(_ behaviour: StubBehaviour = StubBehaviour(), keepsData: Bool = false) async throws {
        redis = try await RedisServer(
            appendOnly: keepsData, parameters: keepsData ? ["--appendfsync", "always"] : [])
        stub = try await StubOllama(behaviour)
    }

    /// The environment in which the program finds them.
    var environment: [String: String] {
        // What is at the end of the row of the prompt has tests of its own.
        ["OLLAMA_HOST": stub.address, "REDIS_URL": url, "OLLAMA_CHAT_PROMPT_RIGHT": " "]
    }

    /// The URL of the Redis.
    var url: String {
        guard case .unixSocket(let path) = redis.address.endpoint else { return "" }
        return "unix://\(path)"
    }

    /// Starts the program at a terminal and waits for its prompt.
    func screen(
        _ arguments: String..., variables: [String: String] = [:], home: TemporaryFolder? = nil,
        columns: Int = 80, rows: Int = 24
    ) async throws -> TerminalScreen {
        let screen = try TerminalScreen(
            Self.program, arguments, environment: environment.merging(variables) { $1 },
            home: home, columns: columns, rows: rows)
        try await screen.waitForText(">>>")
        return screen
    }

    /// Starts the program without a terminal.
    func start(
        _ arguments: String..., input: String = "", home: TemporaryFolder? = nil
    ) throws -> RunningProgram {
        try RunningProgram(
            Self.program, arguments, environment: environment, input: input, home: home)
    }

    /// Runs the program without a terminal to its end.
    func run(
        _ arguments: String..., input: String = ""
    ) async throws -> (status: ProgramEnd, output: String, errors: String) {
        let run = try RunningProgram(
            Self.program, arguments, environment: environment, input: input)
        let status = try await run.end()
        return (status, run.output, run.errors)
    }

    /// A store beside the program's.
    func store() throws -> RedisSessionStore {
        try RedisSessionStore(pool: RedisPool(redis.address))
    }

    /// The messages of the session that was used last.
    func messages() async throws -> [Message] {
        let store = try store()
        guard let session = try await store.list(offset: 0, limit: 1).sessions.first else {
            return []
        }
        let messages = try await store.history(of: session.id, .all).messages
        await store.close()
        return messages.compactMap(\.message)
    }
}

extension StubBehaviour {
    /// A reply of so many words, which come one by one.
    static func slow(words: Int, interval: Duration = .milliseconds(20)) -> StubBehaviour {
        var behaviour = StubBehaviour()
        behaviour.reply = { _ in (1...words).map { "word\($0)" }.joined(separator: " ") }
        behaviour.interval = interval
        return behaviour
    }
}
