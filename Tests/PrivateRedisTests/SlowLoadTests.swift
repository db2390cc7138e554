import PlatformFoundation
import PrivateRedis
import Redis
import Synchronization
import TestSupport
import Testing

struct SlowLoadTests {
    /// A folder with a server that loads its data as slowly as if they were many.
    private static func slowServer(in folder: TemporaryFolder) throws -> String {
        let real = try #require(System.find("redis-server"))
        let script = "#!/bin/sh\nexec \(real) \"$@\" --key-load-delay 80\n"
        let path = folder.file("redis-server")
        try Data(script.utf8).write(to: URL(filePath: path))
        System.setPermissions(0o755, of: path)
        return folder.path
    }

    /// A server that was stopped and has stored a number of keys.
    private static func stopped(keys: Int) async throws -> TestServer {
        let server = try TestServer()
        let program = server.program()
        _ = try await program.start()
        try await server.fill(keys: keys)
        await program.stop()
        return server
    }

    @Test func `A start does not wait for the data, and the wait for them is told`() async throws {
        let count = 40_000
        let server = try await Self.stopped(keys: count)

        let folder = try TemporaryFolder()
        let program = server.program(path: try Self.slowServer(in: folder))
        let waits = Mutex<[RedisWait]>([])
        var configuration = RedisConfiguration()
        configuration.onWait = { wait in waits.withLock { $0.append(wait) } }
        let address = try await program.start()
        let pool = RedisPool(address, configuration: configuration)
        #expect(try await pool.execute(RedisCommand("DBSIZE")) == .integer(Int64(count)))
        let heard = waits.withLock { $0 }
        #expect(heard.last == .over)
        let fractions = heard.compactMap { wait in
            if case .loading(let progress) = wait { progress.fraction } else { nil }
        }
        #expect(
            fractions.contains { $0 < 1 }, "The start came back while the data were being loaded.")
        #expect(fractions == fractions.sorted())
        await pool.close()
        await program.stop()
    }

    @Test func `Whoever leaves last stops the server, also while it is loading`() async throws {
        let server = try await Self.stopped(keys: 40_000)
        let folder = try TemporaryFolder()
        let starter = server.program(path: try Self.slowServer(in: folder))
        let other = server.program()
        _ = try await starter.start()
        _ = try await other.start()
        await starter.stop()
        #expect(try server.processes().count == 1)
        await other.stop()
        #expect(try server.processes() == [])
    }
}
