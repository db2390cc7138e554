import Redis
import TestSupport
import Testing

struct BadServerTests {
    private static let ping = RedisCommand("PING")

    @Test func `A stalled server is a timeout, at the greeting as in a call`() async throws {
        let atGreeting = try FakeServer([])
        let inCall = try FakeServer([FakeServer.greeting])
        for (server, mayHaveRun) in [(atGreeting, false), (inCall, true)] {
            let pool = RedisPool(server.address, configuration: .impatient())
            let error = await redisError { _ = try await pool.execute(RedisCommand("INCR", ["n"])) }
            #expect(error?.code == .timeout)
            #expect(error?.mayHaveRun == mayHaveRun)
            #expect(error?.description.hasSuffix("did not answer within 0.4 s.") == true)
        }
    }

    @Test func `A timeout is not repeated and its connection not used again`() async throws {
        let server = try FakeServer([FakeServer.greeting])
        let pool = RedisPool(server.address, configuration: .impatient(poolSize: 1))
        for _ in 1...2 {
            let error = await redisError { _ = try await pool.execute(Self.ping) }
            #expect(error?.code == .timeout)
        }
        #expect(server.requests(with: "INFO") == 2)
    }

    @Test func `A socket that nobody listens on refuses`() async throws {
        let folder = try TemporaryFolder()
        let server = try await RedisServer()
        let stale = RedisAddress(unixSocket: folder.file("stale"))
        let pool = RedisPool(server.address)
        _ = try await pool.execute(Self.ping)
        server.kill()
        let clock = ContinuousClock()
        var error: RedisError?
        let first = await clock.measure {
            error = await redisError { _ = try await pool.execute(Self.ping) }
        }
        #expect(error?.code == .refused)
        #expect(first >= .seconds(1), "One that had answered may come back.")
        for pool in [pool, RedisPool(server.address)] {
            // A busy machine may be slow once; waiting takes a second each time.
            var time = Duration.seconds(9)
            for _ in 0..<5 where time >= .seconds(1) {
                time = await clock.measure {
                    error = await redisError { _ = try await pool.execute(Self.ping) }
                }
            }
            #expect(error?.code == .refused)
            #expect(time < .seconds(1), "One that nobody has found yet is not waited for.")
        }
        #expect(error?.hint == "Start the server, or check the address.")
        let missing = await redisError { _ = try await RedisPool(stale).execute(Self.ping) }
        #expect(missing?.code == .noSuchSocket)
    }

    @Test func `A closed port refuses, and an unknown host is not found`() async throws {
        // Port 1 is reserved and nothing that a test machine runs listens there.
        let refused = try RedisAddress(url: "redis://127.0.0.1:1")
        let first = await redisError { _ = try await RedisPool(refused).execute(Self.ping) }
        #expect(first?.code == .refused)
        #expect(first?.description == "Redis at 127.0.0.1:1 refused the connection.")
        // A label has at most 63 characters, so no name server is asked for this one.
        let unknown = try RedisAddress(url: "redis://" + String(repeating: "x", count: 64))
        let second = await redisError { _ = try await RedisPool(unknown).execute(Self.ping) }
        #expect(second?.code == .hostNotFound)
    }

    @Test(arguments: [
        "HTTP/1.1 400 Bad Request\r\n\r\n", "\u{15}\u{3}\u{1}", "$9999999999999999999\r\n",
        "*2\r\n$-7\r\n", ":seven\r\n",
    ]) func `What is not the protocol is an error`(_ garbage: String) async throws {
        let server = try FakeServer([.send(garbage)])
        let pool = RedisPool(server.address, configuration: .impatient())
        let error = await redisError { _ = try await pool.execute(Self.ping) }
        #expect(error?.code == .protocolViolation)
    }

    @Test func `Another service that hangs up on the greeting is no lost connection`()
        async throws
    {
        let server = try FakeServer([.hangUp, .hangUp, .hangUp])
        let pool = RedisPool(server.address)
        let error = await redisError { _ = try await pool.execute(Self.ping) }
        #expect(error?.code == .hungUp)
        #expect(
            error?.description == "What answers at \(server.address.endpoint) hung up at once.")
        #expect(error?.hint?.contains("Check that it is a Redis server") == true)
        #expect(server.requests(with: "INFO") == 2)
    }

    @Test func `A server that hangs up later in the greeting was lost`() async throws {
        let half = FakeServer.Answer.sendAndHangUp("$20\r\nredis_version:7.0.15\r\n")
        let server = try FakeServer([half, half])
        let pool = RedisPool(server.address)
        let error = await redisError { _ = try await pool.execute(Self.ping) }
        #expect(error?.code == .connectionLost)
    }

    @Test func `A reply that is nested too deeply is an error`() async throws {
        let nested = String(repeating: "*1\r\n", count: 50) + ":1\r\n"
        let server = try FakeServer([FakeServer.greeting, .send(nested)])
        let pool = RedisPool(server.address, configuration: .impatient())
        let error = await redisError { _ = try await pool.execute(Self.ping) }
        #expect(error?.code == .protocolViolation)
    }
}
