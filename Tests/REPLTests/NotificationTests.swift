import Chat
import REPL
import TestSupport
import Testing

@Suite struct NotificationTests {
    private func hold(
        _ lines: String..., notification: ReplyNotification = ReplyNotification(),
        model: ScriptedModel = ScriptedModel()
    ) async -> Dialogue {
        let dialogue = Dialogue(
            ScriptedLines(lines), model: model,
            settings: ChatSettings(notification: notification))
        await dialogue.run()
        return dialogue
    }

    @Test func `The end of a long reply rings, once`() async {
        let dialogue = await hold("Hi", notification: ReplyNotification(.bell, after: .zero))
        #expect(dialogue.shown.count { $0 == "\u{7}" } == 1)
    }

    @Test func `The desktop is told with the name of the session, which is harmless`() async {
        let dialogue = await hold(
            "/new a\u{7}\u{1B}]0;b", "Hi", notification: ReplyNotification(.osc9, after: .zero))
        #expect(
            dialogue.shown.contains("\u{1B}]9;ollama-chat: reply finished: a␇␛]0;b\u{7}"))
    }

    @Test func `The name of a private session is not told`() async {
        let dialogue = await hold(
            "/private secret", "Hi", notification: ReplyNotification(.osc9, after: .zero))
        #expect(dialogue.shown.contains("\u{1B}]9;ollama-chat: reply finished\u{7}"))
    }

    @Test func `A short reply, and one where nothing is wanted, are not told`() async {
        let short = await hold("Hi", notification: ReplyNotification(.bell, after: .seconds(3600)))
            .shown
        let unwanted = await hold("Hi", notification: ReplyNotification(.off, after: .zero)).shown
        #expect(!short.contains("\u{7}"))
        #expect(!unwanted.contains("\u{7}"))
    }

    @Test func `A reply that fails is told too`() async {
        let model = ScriptedModel([.failing([.text("Hm")], REPLError.noModels)])
        let dialogue = await hold(
            "Hi", notification: ReplyNotification(.bell, after: .zero), model: model)
        #expect(dialogue.shown.contains("\u{7}"))
    }

    @Test func `It is set at the prompt`() async {
        let dialogue = await hold(
            "/set notify", "/set notify bell", "one", "/set notify_after 60", "two",
            "/set notify loud", "/set notify_after 0", "/set notify -",
            notification: ReplyNotification(.off, after: .zero))
        #expect(dialogue.shown.count { $0 == "\u{7}" } == 1)
        #expect(dialogue.shown.contains("rings at the end of a reply that took 1 min or longer."))
        #expect(dialogue.shown.contains("“loud” is no notification."))
        #expect(dialogue.shown.contains("Type /set notify off, bell or osc9"))
        #expect(dialogue.shown.contains("“0” is no number of seconds."))
        #expect(dialogue.shown.ranges(of: "is not told; it would be after").count == 2)
    }
}
