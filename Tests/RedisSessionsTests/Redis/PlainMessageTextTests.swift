import Chat
import Testing

@testable import RedisSessions

@Suite struct PlainMessageTextTests {
    private static let texts = [
        "", "plain", "naïve 日本 👨‍👩‍👧", #"quotes " and \ and /"#,
        "\u{0}\u{1}\u{8}\t\n\u{B}\u{C}\r\u{1F}",
        "\u{7F}\u{80}\u{2028}\u{2029}\u{FFFD}\u{10FFFF}", "</script>",
    ]

    @Test(arguments: texts)
    func `The bytes are those of the general encoder`(text: String) throws {
        for role in [Role.user, .system, Role(rawValue: text)] {
            let message = Message(role: role, content: text)
            #expect(
                try PlainMessageText.encode(message) == JSONText.encode(MessageRecord(message)))
        }
    }

    @Test func `A message of which more is to be said is left to the general encoder`() {
        #expect(PlainMessageText.encode(.assistant("A", state: .interrupted)) == nil)
        #expect(PlainMessageText.encode(Message(role: .user, content: "", model: "m")) == nil)
    }
}
