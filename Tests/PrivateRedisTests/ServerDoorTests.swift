import Redis
import Testing

@testable import PrivateRedis

struct ServerDoorTests {
    @Test(arguments: [
        "-LOADING Redis is loading the dataset in memory\r\n",
        "-NOAUTH Authentication required.\r\n",
        "-ERR max number of clients reached\r\n", "$20\r\nredis_version:6.2.14\r\n", "+PONG\r\n",
    ])
    func `Whoever speaks like Redis is a server, whatever it says`(reply: String) async throws {
        let server = try CannedServer(saying: reply)
        #expect(await ServerDoor(address: RedisAddress(unixSocket: server.path)).isAnswered())
    }

    @Test(arguments: ["HTTP/1.1 400 Bad Request\r\n\r\n", ""])
    func `Whoever speaks otherwise or keeps silent is none`(reply: String) async throws {
        let server = try CannedServer(saying: reply)
        let door = ServerDoor(
            address: RedisAddress(unixSocket: server.path), patience: .milliseconds(50))
        #expect(await !door.isAnswered())
    }

    @Test func `A server that is loading does not shut down`() async throws {
        let server = try CannedServer(saying: "-LOADING Redis is loading\r\n")
        #expect(await !ServerDoor(address: RedisAddress(unixSocket: server.path)).shutDown())
    }
}
