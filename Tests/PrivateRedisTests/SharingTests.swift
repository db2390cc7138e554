import PrivateRedis
import Redis
import TestSupport
import Testing

struct SharingTests {
    @Test func `A second program joins, and the last one that leaves stops the server`()
        async throws
    {
        let server = try TestServer()
        let first = server.program()
        let second = server.program()
        _ = try await first.start()
        let runID = try await server.information("run_id")
        _ = try await second.start()
        #expect(try await server.information("run_id") == runID)

        await first.stop()
        #expect(try await server.information("run_id") == runID)

        await second.stop()
        #expect(try server.processes() == [])
        #expect(try TestServer.isFree(server.directory.serverLockPath))
        #expect(try TestServer.isFree(server.directory.usersLockPath))
        #expect(try TestServer.isFree(server.directory.startLockPath))
    }

    @Test func `Separate programs share one server`() async throws {
        let server = try TestServer()
        let first = try Probe(server.directory)
        let runID = await first.runID()
        #expect(runID.utf8.count == 40)
        let second = try Probe(server.directory)
        #expect(await second.runID() == runID)
        await first.leave()
        #expect(try await server.information("run_id") == runID)
        await second.leave()
        #expect(try server.processes() == [])
        #expect(try TestServer.isFree(server.directory.serverLockPath))
    }

    @Test func `Eight programs that start at once get one server`() async throws {
        let server = try TestServer()
        let probes = try (0..<8).map { _ in try Probe(server.directory) }
        var runIDs: Set<String> = []
        for probe in probes { runIDs.insert(await probe.runID()) }
        #expect(runIDs == [try #require(await server.information("run_id"))])
        #expect(try server.processes().count == 1)
        await withTaskGroup { group in
            for probe in probes { group.addTask { await probe.leave() } }
        }
        #expect(try server.processes() == [])
    }

    @Test func `Starting may cross stopping at any moment`() async throws {
        let server = try TestServer()
        let programs = 2
        let rounds = 25
        try await withThrowingTaskGroup { group in
            for _ in 0..<programs {
                let program = server.program()
                group.addTask {
                    for _ in 0..<rounds {
                        _ = try await program.start()
                        try await server.send("INCR", "rounds")
                        await program.stop()
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try server.processes() == [])
        let program = server.program()
        _ = try await program.start()
        #expect(try await server.send("GET", "rounds").integer() == programs * rounds)
        await program.stop()
    }

    @Test func `One program may ask many times at once`() async throws {
        let server = try TestServer()
        let program = server.program()
        let addresses = try await withThrowingTaskGroup { group in
            for _ in 0..<5 { group.addTask { try await program.start() } }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(addresses == [RedisAddress(unixSocket: server.directory.socketPath)])
        #expect(try server.processes().count == 1)
        await program.stop()
        #expect(try server.processes() == [])
    }

    @Test func `Stopping twice, or before a start, does nothing`() async throws {
        let server = try TestServer()
        let user = server.program()
        _ = try await user.start()
        let program = server.program()
        await program.stop()
        _ = try await program.start()
        await program.stop()
        await program.stop()
        #expect(try await server.send("PING") == .status("PONG"))
        await user.stop()
    }

    @Test func `A program that leaves because it was cancelled still stops the server`()
        async throws
    {
        let server = try TestServer()
        let program = server.program()
        _ = try await program.start()
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            await program.stop()
        }
        await task.value
        #expect(try server.processes() == [])
    }
}
