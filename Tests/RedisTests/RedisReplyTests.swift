import Redis
import Testing

struct RedisReplyTests {
    @Test func `Whole numbers come as integers or as decimal text`() throws {
        #expect(try RedisReply.integer(-7).integer() == -7)
        #expect(try RedisReply.bytes(Array("42".utf8)).integer() == 42)
        #expect(try RedisReply.status("3").integer() == 3)
        #expect(throws: RedisError.self) { try RedisReply.bytes(Array("4.2".utf8)).integer() }
        #expect(throws: RedisError.self) { try RedisReply.null.integer() }
    }

    @Test func `Text that is not UTF-8 is repaired`() throws {
        #expect(try RedisReply.bytes([0x61, 0xFF, 0x62]).text() == "a\u{FFFD}b")
        #expect(try RedisReply.null.optionalText() == nil)
        #expect(try RedisReply.status("OK").optionalText() == "OK")
    }

    @Test func `No value counts as an empty list`() throws {
        #expect(try RedisReply.null.array().isEmpty)
        #expect(try RedisReply.null.dictionary().isEmpty)
    }

    @Test func `Pairs become a dictionary and half a pair is an error`() throws {
        let name = RedisReply.bytes(Array("name".utf8))
        #expect(try RedisReply.array([name, .integer(1)]).dictionary() == ["name": .integer(1)])
        #expect(throws: RedisError.self) { try RedisReply.array([name]).dictionary() }
    }

    @Test func `A reply of the wrong kind is an error that names both kinds`() throws {
        let error = try #require(throws: RedisError.self) {
            try RedisReply.bytes(Array("hunter2".utf8)).array()
        }
        #expect(error.code == .unexpectedReply)
        #expect(error.description == "Redis answered with 7 bytes where a list was expected.")
    }

    @Test func `An error reply inside a pipeline stays itself when it is decoded`() throws {
        let error = try #require(throws: RedisError.self) {
            try RedisReply.error("OOM no more").integer()
        }
        #expect(error.code == .outOfMemory)
    }
}
