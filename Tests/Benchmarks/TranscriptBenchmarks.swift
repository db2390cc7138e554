import Chat
import Redis
import RedisSessions
import TestSupport

/// The program's export of a long session to JSON, against the same bytes through `cat`.
struct ExportBenchmark: Benchmark {
    let name = "export to JSON / cat of the file"

    func run(_ sizes: Sizes) async throws -> Comparison {
        let world = try await TranscriptWorld(sizes)
        try await world.export.run()
        print("# \(world.size / 1_000_000) MB, \(sizes.messages) messages")
        let cat = ShellCall(
            "cat \(world.path) > \(world.folder.file("copy"))", environment: world.environment)
        return try await .measuring(
            max(3, sizes.samples / 5),
            subject: { try await world.export.wallTime() },
            baseline: { try await cat.wallTime() })
    }
}

/// The program's import of a long session from JSON, against its export.
struct ImportBenchmark: Benchmark {
    let name = "import from JSON / export"

    func run(_ sizes: Sizes) async throws -> Comparison {
        let world = try await TranscriptWorld(sizes)
        try await world.export.run()
        let other = try await RedisServer()
        let load = ShellCall(
            "\(sizes.program) import \(world.path)",
            environment: ["REDIS_URL": TranscriptWorld.url(of: other)])
        return try await .measuring(
            max(3, sizes.samples / 5),
            subject: {
                try await other.redis("FLUSHALL")
                return try await load.wallTime()
            },
            baseline: { try await world.export.wallTime() })
    }
}

/// A store with a long session, and the call that exports it.
private struct TranscriptWorld {
    let server: RedisServer
    let folder: TemporaryFolder
    let environment: [String: String]
    let export: ShellCall
    let path: String

    init(_ sizes: Sizes) async throws {
        server = try await RedisServer()
        folder = try TemporaryFolder()
        path = folder.file("session.json")
        environment = ["REDIS_URL": Self.url(of: server)]
        let store = try RedisSessionStore(pool: RedisPool(server.address))
        let text = String(repeating: "word ", count: 80)
        let id = try await LongSession.make(of: sizes.messages, saying: text, in: store)
        export = ShellCall(
            "\(sizes.program) export \(id) --force -o \(path)", environment: environment)
    }

    /// How long the file is.
    var size: Int { (try? folder.read("session.json").utf8.count) ?? 0 }

    static func url(of server: RedisServer) -> String {
        guard case .unixSocket(let path) = server.address.endpoint else { return "" }
        return "unix://\(path)"
    }
}
