import Redis
import TestSupport
import Testing

struct RedisScriptTests {
    @Test(arguments: [
        ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
        ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "84983e441c3bd26ebaae4aa1f95129e5e54670f1"
        ),
    ]) func `The digest agrees with the vectors of the standard`(
        _ source: String, _ digest: String
    ) {
        #expect(RedisScript(name: "vector", source: Array(source.utf8)).sha1 == digest)
    }

    @Test func `The digest is the server's own, at every length around a block`() async throws {
        let server = try await RedisServer()
        for length in 50...130 {
            let source = "return 1 --" + String(repeating: "x", count: length)
            let known = try await server.redis("SCRIPT", "LOAD", source).text()
            #expect(RedisScript(name: "long", source: Array(source.utf8)).sha1 == known)
        }
    }

    @Test func `An unknown script costs one more round trip, once`() async throws {
        let server = try await RedisServer()
        let traffic = TrafficRecorder()
        let pool = RedisPool(server.address, configuration: traffic.configuration())
        let script = RedisScript(name: "join", source: Array("return KEYS[1]..ARGV[1]".utf8))
        for expected in [["EVALSHA", "EVAL"], ["EVALSHA"]] {
            let reply = try await pool.run(script, keys: [RedisKey("a")], arguments: ["b"])
            #expect(try reply.text() == "ab")
            #expect(traffic.takeNames() == expected)
        }
    }

    @Test func `Commands travel behind the script and their errors are ignored`() async throws {
        let server = try await RedisServer()
        let traffic = TrafficRecorder()
        let pool = RedisPool(server.address, configuration: traffic.configuration())
        let script = RedisScript(
            name: "set", source: Array("return redis.call('SET', KEYS[1], 'script')".utf8))
        let also = [RedisCommand("APPEND", ["k", "!"]), RedisCommand("LPUSH", ["k", "wrong"])]
        for _ in 1...2 {
            _ = try await pool.run(script, keys: [RedisKey("k")], arguments: [], also: also)
            #expect(try await server.redis("GET", "k").text() == "script!")
        }
        let once = ["EVALSHA", "APPEND", "LPUSH"]
        #expect(traffic.names == once + ["EVAL", "APPEND", "LPUSH"] + once)
    }

    @Test func `An error of a script keeps its own code`() async throws {
        let server = try await RedisServer()
        let pool = RedisPool(server.address)
        let source = "return redis.error_reply('STALE somebody was faster')"
        let script = RedisScript(name: "refuse", source: Array(source.utf8))
        let error = await redisError {
            _ = try await pool.run(script, keys: [], arguments: [])
        }
        #expect(error?.serverCode == "STALE")
    }
}
