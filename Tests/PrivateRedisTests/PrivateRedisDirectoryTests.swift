import PrivateRedis
import Testing

struct PrivateRedisDirectoryTests {
    @Test func `XDG_DATA_HOME says where the data are`() throws {
        let directory = try PrivateRedisDirectory(
            environment: ["XDG_DATA_HOME": "/data/", "HOME": "/home/me"])
        #expect(directory.path == "/data/ollama-chat/redis")
        #expect(directory.socketPath == "/data/ollama-chat/redis/redis.sock")
    }

    @Test(arguments: [nil, "", "relative/data"])
    func `Without a usable XDG_DATA_HOME the data are in the home directory`(
        value: String?
    ) throws {
        var environment = ["HOME": "/home/me"]
        environment["XDG_DATA_HOME"] = value
        let directory = try PrivateRedisDirectory(environment: environment)
        #expect(directory.path == "/home/me/.local/share/ollama-chat/redis")
    }

    @Test func `Without a home directory the user is told what to set`() throws {
        let error = #expect(throws: PrivateRedisError.self) {
            try PrivateRedisDirectory(environment: [:])
        }
        #expect(error?.code == .homeUnknown)
        #expect(error?.hint?.contains("XDG_DATA_HOME") == true)
    }

    @Test func `The longest path that a socket may have is used`() {
        let path = "/" + String(repeating: "a", count: 102 - "/redis.sock".utf8.count)
        let fitting = PrivateRedisDirectory(path: path)
        #expect(fitting.socketPath == "\(path)/redis.sock")
        #expect(fitting.socketPath.utf8.count == 103)
        #expect(fitting.socketFolder == nil)
    }

    @Test func `A longer path gets a short socket that is always the same and its own`() {
        let path = "/" + String(repeating: "a", count: 103 - "/redis.sock".utf8.count)
        let one = PrivateRedisDirectory(path: path)
        let other = PrivateRedisDirectory(path: path + "b")
        #expect(one.socketPath.utf8.count <= 103)
        #expect(one.socketPath == PrivateRedisDirectory(path: path).socketPath)
        #expect(one.socketPath != other.socketPath)
        #expect(one.socketPath.hasPrefix("/tmp/ollama-chat-"))
        #expect(one.serverLockPath.hasPrefix(path))
    }
}
