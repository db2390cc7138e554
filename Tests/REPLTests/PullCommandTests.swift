import Chat
import REPL
import TestSupport
import Testing

@Suite struct PullCommandTests {
    @Test func `A model is pulled, and said to be there`() async {
        let dialogue = await Dialogue.hold(
            "/model pull nomic-embed-text", "/model nomic-embed-text")
        #expect(dialogue.model.pulled == ["nomic-embed-text"])
        #expect(dialogue.shown.contains("nomic-embed-text is pulled (274 MB)."))
        #expect(dialogue.shown.contains("/model nomic-embed-text talks to it."))
        #expect(dialogue.shown.contains("The next reply comes from nomic-embed-text"))
    }

    @Test func `A name is needed, and one is enough`() async {
        let dialogue = await Dialogue.hold(
            "/model pull", "/model pull \"\"", "/model pull a b", "/model a b")
        #expect(dialogue.model.pulled.isEmpty)
        #expect(dialogue.shown.ranges(of: "No model to pull is named.").count == 2)
        #expect(dialogue.shown.ranges(of: "One name is enough.").count == 2)
    }

    @Test func `A name cannot steer the terminal`() async {
        let dialogue = await Dialogue.hold("/model pull \"a\u{1b}[2Jb\"")
        #expect(!dialogue.shown.contains("\u{1b}[2J"))
        #expect(dialogue.shown.contains("is pulled"))
    }

    @Test func `Where a model is not there, it is said how to pull it`() async {
        let dialogue = await Dialogue.hold("/model nosuchthing")
        #expect(dialogue.shown.contains("/model pull nosuchthing pulls it"))
    }
}
