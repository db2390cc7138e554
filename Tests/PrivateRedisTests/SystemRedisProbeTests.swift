import PrivateRedis
import Redis
import TestSupport
import Testing

struct SystemRedisProbeTests {
    @Test func `A server that answers is found, with a password or without`() async throws {
        let server = try TestServer("redis")
        let program = server.program()
        _ = try await program.start()
        let probe = SystemRedisProbe(
            url: "unix://\(server.directory.socketPath)", patience: .seconds(10))
        #expect(await probe.answers())
        try await server.send("CONFIG", "SET", "requirepass", "secret")
        #expect(await probe.answers())
        await program.stop()
    }

    @Test func `Where nobody answers nothing is found`() async throws {
        let server = try TestServer()
        let probe = SystemRedisProbe(url: "unix://\(server.directory.socketPath)")
        #expect(await !probe.answers())
    }

    @Test func `A server that hangs is given up soon`() async throws {
        let server = try TestServer()
        let program = server.program()
        _ = try await program.start()
        let processID = try #require(await server.processID())
        System.send(.stop, to: processID)
        let probe = SystemRedisProbe(url: "unix://\(server.directory.socketPath)")
        let time = await ContinuousClock().measure { #expect(await !probe.answers()) }
        System.send(.resume, to: processID)
        #expect(time < Patience.limit / 2)
        await program.stop()
    }
}
