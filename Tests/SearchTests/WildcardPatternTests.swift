import Search
import Testing

@Suite struct WildcardPatternTests {
    @Test(arguments: [
        ("qwen*", "qwen3:4b", true), ("qwen*", "my-qwen", false),
        ("*coder*", "qwen2.5-coder:7b", true),
        ("*:4b", "Qwen3:4B", true), ("q*3*b", "qwen3:4b", true), ("q*3*c", "qwen3:4b", false),
        ("qwen3", "qwen3:4b", true), ("QWEN3", "qwen3:4b", true), ("qwen3", "qwen3", true),
        ("qwen", "qwen3:4b", false), ("qwen3:4b", "qwen3:4b", true),
        ("qwen3:4b", "qwen3:8b", false),
        ("llama3.2:latest", "llama3.2", true), ("llama3.2", "llama3.2:latest", true),
        ("hf.co/a/b", "hf.co/a/b:q4", true), ("*", "anything", true), ("**", "", true),
        ("a", "", false),
        ("*a*a*a*a*b", String(repeating: "a", count: 3000), false),
    ])
    func `A model is found by its name, without its tag, or by a pattern`(
        _ pattern: String, _ name: String, _ isFound: Bool
    ) {
        #expect(WildcardPattern(pattern).matchesModel(name) == isFound)
    }

    @Test(arguments: [
        ("tutorial", "Python Tutorial", true), ("python tut", "Python Tutorial", true),
        ("py*", "Python Tutorial", true), ("tut*", "Python Tutorial", false),
        ("*tut*", "Python Tutorial", true), ("café", "Cafe\u{301} notes", true), ("x", "", false),
    ])
    func `A session is found by a part of its name, or by a pattern`(
        _ pattern: String, _ name: String, _ isFound: Bool
    ) {
        #expect(WildcardPattern(pattern).matchesSession(name) == isFound)
        #expect(
            SearchQuery(session: WildcardPattern(pattern)).admits(sessionName: name) == isFound)
    }

    @Test func `A session without a name is found only where none is asked for`() {
        #expect(SearchQuery().admits(sessionName: nil))
        #expect(!SearchQuery(session: WildcardPattern("*")).admits(sessionName: nil))
    }
}
