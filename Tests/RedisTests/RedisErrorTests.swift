import Redis
import Testing

struct RedisErrorTests {
    @Test(arguments: [
        ("NOAUTH Authentication required.", RedisError.Code.passwordRequired),
        ("WRONGPASS invalid username-password pair or user is disabled.", .wrongPassword),
        ("NOPERM this user has no permissions to run the 'get' command", .noPermission),
        ("OOM command not allowed when used memory > 'maxmemory'.", .outOfMemory),
        ("READONLY You can't write against a read only replica.", .readOnlyServer),
        ("LOADING Redis is loading the dataset in memory", .loading),
        ("MISCONF Redis is configured to save RDB snapshots", .cannotSave),
        (
            "WRONGTYPE Operation against a key holding the wrong kind of value script: 1f",
            .wrongType
        ),
        ("MASTERDOWN Link with MASTER is down", .readOnlyServer),
        ("NOREPLICAS Not enough good replicas to write.", .server),
        ("DENIED Redis is running in protected mode", .noPermission),
        ("MOVED 3999 127.0.0.1:6381", .cluster),
        ("CROSSSLOT Keys in request don't hash to the same slot", .cluster),
    ]) func `A known error reply has a sentence of ours and a hint`(
        _ text: String, _ code: RedisError.Code
    ) {
        let error = RedisError.server(text)
        #expect(error.code == code)
        #expect(error.description.hasSuffix("."))
        #expect(error.hint?.hasSuffix(".") == true)
        #expect(error.serverText == text)
        #expect(error.serverCode == text.split(separator: " ").first.map(String.init))
        #expect(!error.mayHaveRun)
    }

    @Test func `Any other error reply is told in the server's words`() {
        let error = RedisError.server("BADSCORE 17 is in the future")
        #expect(error.code == .server)
        #expect(error.serverCode == "BADSCORE")
        #expect(error.description == "Redis answered with an error: BADSCORE 17 is in the future.")
    }

    @Test func `An error reply that quotes arguments is cut before them`() {
        let error = RedisError.server(
            "ERR unknown command 'FOO', with args beginning with: 'hunter2' ")
        #expect(error.description == "Redis answered with an error: ERR unknown command 'FOO'.")
        #expect(error.serverText?.contains("hunter2") == false)
    }

    @Test func `Descriptions of commands and replies do not show what people said`() {
        let command = RedisCommand("SET", ["key", "hunter2"])
        let reply = RedisReply.array([.bytes(Array("hunter2".utf8)), .error("ERR hunter2")])
        let script = RedisScript(name: "append", source: Array("hunter2".utf8))
        for text in ["\(command)", "\(reply)", "\(script)"] {
            #expect(!text.contains("hunter2"))
        }
    }
}
