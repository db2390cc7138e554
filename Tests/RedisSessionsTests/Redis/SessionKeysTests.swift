import Chat
import Redis
import RedisSessions
import Testing

@Suite struct SessionKeysTests {
    @Test func `Keys follow the original layout`() throws {
        let keys = try SessionKeys()
        let session = try id("abc123")
        #expect(keys.messages(session).text == "session:abc123:messages")
        #expect(keys.meta(session).text == "session:abc123:meta")
        #expect(keys.everyMeta == "session:*:meta")
        #expect(keys.trash(keys.meta(session)).text == "trash:abc123:meta")
        #expect(keys.session(ofMeta: "session:abc123:meta") == session)
        #expect(keys.session(ofMeta: "session:a:b:meta") == nil)
        #expect(keys.session(ofMeta: "session::meta") == nil)
        #expect(keys.session(ofMeta: "other:abc123:meta") == nil)
    }

    @Test func `A namespace goes in front`() throws {
        let keys = try SessionKeys(namespace: "alice")
        let session = try id("abc123")
        #expect(keys.messages(session).text == "alice:session:abc123:messages")
        #expect(keys.trash(keys.meta(session)).text == "alice:trash:abc123:meta")
        #expect(keys.activity.text == "alice:sessions:activity")
    }

    @Test(arguments: ["", "a:b", "a*", "a b", "ä"])
    func `A namespace that could match other keys is refused`(_ namespace: String) {
        #expect(throws: RedisSessionsError.self) { try SessionKeys(namespace: namespace) }
    }
}
