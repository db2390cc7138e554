import PlatformFoundation
import PrivateRedis
import Redis
import TestSupport
import Testing

struct CrashTests {
    @Test func `Data survive the stop of the server`() async throws {
        let server = try TestServer()
        let program = server.program()
        _ = try await program.start()
        try await server.send("SET", "key", "value")
        await program.stop()
        _ = try await program.start()
        #expect(try await server.send("GET", "key").text() == "value")
        await program.stop()
    }

    @Test func `A killed server is started anew with all its data`() async throws {
        let server = try TestServer()
        let program = server.program()
        _ = try await program.start()
        try await server.send("SET", "key", "value")
        let killed = try #require(await server.processID())
        try await server.end(with: .kill)

        _ = try await program.start()
        #expect(try await server.send("GET", "key").text() == "value")
        #expect(System.isForgotten(killed), "The killed server is a zombie.")
        await program.stop()
        #expect(try server.processes() == [])
    }

    @Test func `What a dead server left behind does not matter`() async throws {
        let server = try TestServer()
        let program = server.program()
        _ = try await program.start()
        await program.stop()
        let manager = FileManager.default
        #expect(manager.createFile(atPath: server.directory.socketPath, contents: nil))
        #expect(
            manager.createFile(atPath: server.directory.processIDPath, contents: Data("1\n".utf8)))

        _ = try await program.start()
        #expect(try await server.send("PING") == .status("PONG"))
        await program.stop()
    }

    @Test func `A program that is killed leaves a server that others use and stop`() async throws {
        let server = try TestServer()
        let starter = try Probe(server.directory)
        let runID = await starter.runID()
        await starter.end(with: .kill)
        #expect(try await server.information("run_id") == runID)

        let program = server.program()
        _ = try await program.start()
        #expect(try await server.information("run_id") == runID)
        await program.stop()
        #expect(try server.processes() == [])
    }

    @Test func `Ctrl-C ends the program and not the server`() async throws {
        let server = try TestServer()
        let user = server.program()
        let starter = try Probe(server.directory)
        let runID = await starter.runID()
        _ = try await user.start()
        await starter.end(with: .interrupt)
        #expect(try await server.information("run_id") == runID)
        let processID = try #require(await server.processID())
        #expect(System.session(of: processID) == processID)
        await user.stop()
    }

    @Test func `The server obeys SIGTERM, whatever its starter blocks`() async throws {
        let server = try TestServer()
        let program = server.program()
        _ = try await program.start()
        let processID = try #require(await server.processID())
        try await server.end(with: .terminate)
        _ = try await program.start()
        #expect(try await server.processID() != processID)
        await program.stop()
    }

    @Test(.enabled(if: System.canRead("/proc/self/fd"), "There is no /proc to look into."))
    func `The server inherits the lock and no other file`() async throws {
        let server = try TestServer()
        let program = server.program()
        _ = try await System.withInheritableFile("/etc/passwd") { try await program.start() }
        let processID = try #require(await server.processID())
        let manager = FileManager.default
        let files = try manager.contentsOfDirectory(atPath: "/proc/\(processID)/fd").compactMap {
            try? manager.destinationOfSymbolicLink(atPath: "/proc/\(processID)/fd/\($0)")
        }
        #expect(files.contains(server.directory.serverLockPath))
        let directory = server.directory
        for path in ["/etc/passwd", directory.startLockPath, directory.usersLockPath] {
            #expect(!files.contains(path))
        }
        await program.stop()
    }

    @Test func `A server that loads much counts as started, and may be stopped`() async throws {
        let server = try TestServer()
        let program = server.program()
        _ = try await program.start()
        let count = 100_000
        try await server.fill(keys: count)
        await program.stop()

        _ = try await program.start()
        await program.stop()
        #expect(try server.processes() == [])

        _ = try await program.start()
        #expect(try await server.send("DBSIZE").integer() == count)
        await program.stop()
    }
}
