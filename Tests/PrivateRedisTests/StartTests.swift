import PlatformFoundation
import PrivateRedis
import Redis
import TestSupport
import Testing

struct StartTests {
    @Test func `A server is started that answers and keeps everything`() async throws {
        let server = try TestServer()
        let program = server.program()
        let address = try await program.start()
        #expect(address == RedisAddress(unixSocket: server.directory.socketPath))
        #expect(try await server.send("PING") == .status("PONG"))
        let expected = [
            "port": "0", "appendonly": "yes", "appendfsync": "always",
            "aof-use-rdb-preamble": "no", "save": "", "maxmemory-policy": "noeviction",
            "unixsocketperm": "700", "dir": server.directory.path,
            "logfile": server.directory.logPath,
        ]
        for (name, value) in expected {
            #expect(try await server.setting(name) == value, "\(name)")
        }
        await program.stop()
    }

    @Test func `Nobody else may enter the directory or the socket`() async throws {
        let server = try TestServer("deep/in/redis")
        let program = server.program()
        _ = try await program.start()
        #expect(try TestServer.permissions(of: server.directory.path) == 0o700)
        #expect(try TestServer.permissions(of: server.directory.socketPath) == 0o700)
        await program.stop()
    }

    @Test func `A directory that others may enter is closed to them`() async throws {
        let server = try TestServer()
        try FileManager.default.createDirectory(
            atPath: server.directory.path, withIntermediateDirectories: false)
        System.setPermissions(0o755, of: server.directory.path)
        let program = server.program()
        _ = try await program.start()
        #expect(try TestServer.permissions(of: server.directory.path) == 0o700)
        await program.stop()
    }

    @Test(.enabled(if: System.userID == 0, "Only root can give a directory away."))
    func `A directory of another user is refused`() async throws {
        let server = try TestServer()
        try FileManager.default.createDirectory(
            atPath: server.directory.path, withIntermediateDirectories: false)
        #expect(System.giveAway(server.directory.path))
        let error = await #expect(throws: PrivateRedisError.self) {
            try await server.program().start()
        }
        #expect(error?.code == .directoryRefused)
        #expect(error?.description.contains("another user") == true)
    }

    @Test func `A file in the place of the directory is refused`() async throws {
        let server = try TestServer()
        #expect(FileManager.default.createFile(atPath: server.directory.path, contents: nil))
        let error = await #expect(throws: PrivateRedisError.self) {
            try await server.program().start()
        }
        #expect(error?.code == .directoryRefused)
    }

    @Test func `Where redis-server is missing the user is told how to install it`() async throws {
        let server = try TestServer()
        let error = await #expect(throws: PrivateRedisError.self) {
            try await server.program(path: "/nowhere::relative").start()
        }
        #expect(error?.code == .serverMissing)
        #expect(error?.hint?.contains("apt-get install redis-server") == true)
        #expect(error?.hint?.contains("brew install redis") == true)
    }

    @Test func `Data that lie too deep for a socket have theirs elsewhere`() async throws {
        let server = try TestServer(String(repeating: "deep/", count: 30) + "redis")
        let program = server.program()
        _ = try await program.start()
        let folder = try #require(server.directory.socketFolder)
        #expect(try TestServer.permissions(of: folder) == 0o700)
        #expect(try await server.setting("dir") == server.directory.path)
        await program.stop()
        #expect(!FileManager.default.fileExists(atPath: server.directory.socketPath))
    }

    @Test func `Spaces, quotes and other scripts may be in the path`() async throws {
        let server = try TestServer(#"My "d'ata" \ Ünï/redis"#)
        let program = server.program()
        _ = try await program.start()
        #expect(try await server.setting("dir") == server.directory.path)
        await program.stop()
    }
}
