import Chat
import REPL
import TestSupport
import Testing

@Suite struct ShowMessageTests {
    private func hold(_ lines: String..., model: ScriptedModel = ScriptedModel()) async -> Dialogue
    {
        let dialogue = Dialogue(ScriptedLines(lines), model: model, columns: 120)
        await dialogue.run()
        return dialogue
    }

    private func rows(_ dialogue: Dialogue) -> [String] {
        dialogue.shown.split(separator: "\n").map {
            $0.split(separator: " ").joined(separator: " ")
        }
    }

    private static let statistics = ReplyStatistics(
        promptTokens: 10, replyTokens: 20, total: .seconds(5), load: .seconds(1),
        promptEvaluation: .milliseconds(500), evaluation: .seconds(2),
        timeToFirstToken: .milliseconds(1500))

    @Test func `All that is known of a reply is shown, with what was thought`() async {
        let model = ScriptedModel([
            .events([
                .thinking("Hm.\nWell."), .text("Yes"),
                .done(ReplyEnd(isTruncated: true, reason: "length", statistics: Self.statistics)),
            ])
        ])
        let dialogue = await hold(
            "/set seed 7", "/set temperature 0.5", "Hi", "/show 2", model: model)
        let rows = rows(dialogue)
        for row in [
            "message 2 of Hi", "turn 1", "role assistant", "state truncated", "model tiny:latest",
            "ended by length", "tokens read 10", "tokens made 20, 10.0 a second", "took 5 s",
            "loading 1 s", "reading 500 ms", "writing 2 s", "options seed=7, temperature=0.5",
        ] {
            #expect(rows.contains(row), "\(row) is missing.")
        }
        #expect(rows.contains { $0.hasPrefix("said ") && $0.hasSuffix("(just now)") })
        #expect(rows.suffix(5) == ["thinking", "Hm.", "Well.", "tiny:latest", "Yes"])
        #expect(model.requests.count == 1)
    }

    @Test func `A question says which turn it begins and nothing that only replies have`() async {
        let dialogue = await hold("one", "two", "/show 3")
        let rows = rows(dialogue)
        #expect(rows.contains("turn 2"))
        #expect(rows.contains("role user"))
        #expect(rows.suffix(2) == ["you", "two"])
        #expect(!rows.contains { $0.hasPrefix("state") || $0.hasPrefix("took") })
    }

    @Test func `A reply that was continued, and one that came with a branch, say so`() async {
        let cut = ReplyEnd(isTruncated: true, reason: "length")
        let model = ScriptedModel([
            .events([.text("one "), .done(cut)]), .events([.text("two "), .done(cut)]),
            .events([.text("three"), .done(ReplyEnd())]),
        ])
        let dialogue = await hold(
            "Hi", "/continue", "/continue", "/show 2", "/branch side", "/show 2", "more", "/show 3",
            model: model)
        let rows = rows(dialogue)
        #expect(rows.contains("continued twice"))
        #expect(rows.count { $0.hasPrefix("branched from Hi (") } == 1)
        #expect(rows.contains("message 3 of side"))
    }

    @Test func `What is no message is said, and what has more words is a model`() async {
        let dialogue = await hold("/show 1", "one", "/show 9", "/show 7 system")
        #expect(dialogue.shown.contains("Nothing was said in this session yet."))
        #expect(dialogue.shown.contains("There is no message 9."))
        #expect(dialogue.shown.contains("I am 7."))
    }

    @Test func `What a message says of itself cannot command the terminal`() async throws {
        let hostile = "\u{1B}]0;x\u{7}\u{9B}2J\u{202E}"
        let store = MemorySessionStore()
        var reply = Message.assistant("text \(hostile)")
        reply.thinking = "thought \(hostile)"
        reply.model = "model \(hostile)"
        reply.digest = hostile
        reply.images = [hostile]
        reply.options = ["stop": .texts([hostile])]
        reply.statistics = ReplyStatistics(doneReason: hostile)
        _ = try await store.create(NewSession(name: "It \(hostile)", messages: [reply]))
        let dialogue = Dialogue(ScriptedLines(["/sessions", "/open #1", "/show 1"]), store: store)
        await dialogue.run()
        #expect(dialogue.shown.contains("thought ␛]0;x␇"))
        let bad = dialogue.shown.unicodeScalars.filter {
            ["\u{1B}", "\u{7}", "\u{9B}", "\u{202E}"].contains($0)
        }
        #expect(bad.isEmpty)
    }
}
