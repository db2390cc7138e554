import Chat
import REPL
import TestSupport
import Testing

@Suite struct TreeCommandTests {
    @Test func `The branches of a session are drawn, with the path to the active one`() async throws
    {
        let dialogue = await Dialogue.hold(
            "one", "two", "/branch 2 side", "aside", "/branch deep", "/open one", "/branch other",
            "/open deep", "/tree", "/open #4")
        let lines = dialogue.shown.split(separator: "\n").filter { $0.contains("#") }
        #expect(lines.contains { $0.contains("#1·") && $0.contains("one") })
        #expect(lines.contains { $0.contains("#2·") && $0.contains("├─ side") })
        #expect(lines.contains { $0.contains("#3*") && $0.contains("│  └─ deep") })
        #expect(lines.contains { $0.contains("└─ other") })
        #expect(dialogue.shown.contains("other (4 messages"))
    }

    @Test func `Two branches are compared from where they part`() async throws {
        let dialogue = await Dialogue.hold(
            "one", "two red birds", "/edit 3", "two blue birds", "/diff one", "/diff one one")
        #expect(dialogue.shown.contains("The first 2 messages are the same."))
        #expect(dialogue.shown.contains("two [-red-]{+blue+} birds"))
        #expect(dialogue.shown.contains("There is no difference."))
    }

    @Test func `Two messages are compared by their numbers, and one with the shelf`() async throws {
        let model = ScriptedModel([.text("a red bird"), .text("a blue bird")])
        let dialogue = await Dialogue.hold(
            "Q", "/retry", "/shelf", "/diff #1 2", "/diff 1 Q", "/diff 9 1", model: model)
        #expect(dialogue.shown.contains("a [-red-]{+blue+} bird"))
        #expect(dialogue.shown.contains("A session and a message cannot be compared."))
        #expect(dialogue.shown.contains("There is no message 9."))
    }
}
