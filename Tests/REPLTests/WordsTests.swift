import Testing

@testable import REPL

@Suite struct WordsTests {
    @Test(arguments: [
        ("a b", ["a", "b"]), ("  a\t b ", ["a", "b"]), ("'a b' c", ["a b", "c"]),
        ("\"a 'b\" c", ["a 'b", "c"]), ("a\\ b", ["a b"]), ("'a\\b'", ["a\\b"]),
        ("\"\"", [""]), ("", []), ("'open quote", ["open quote"]), ("end\\", ["end\\"]),
        ("x='1 2'", ["x=1 2"]),
    ])
    func `A line is split as a shell does`(line: String, words: [String]) {
        #expect(Words.split(line) == words)
    }
}
