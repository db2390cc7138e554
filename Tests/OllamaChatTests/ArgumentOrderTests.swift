import Testing

@testable import OllamaChat

@Suite struct ArgumentOrderTests {
    private static let cases: [(typed: String, arranged: String)] = [
        ("list 3 --json", "list 3 --json"), ("-q list", "list -q"),
        ("--json --redis redis://a list 3", "list --json --redis redis://a 3"),
        ("--redis=redis://a -q history x", "history --redis=redis://a -q x"),
        ("-q Hello list", "-q Hello list"), ("-s list Hi", "-s list Hi"), ("-q", "-q"),
        ("--redis", "--redis"), ("-q list my files", "list -q my files"),
        ("history -Ab3d_x", "history -- -Ab3d_x"),
        ("history -Ab3d_x 5 --json", "history --json -- -Ab3d_x 5"),
        ("history -Ab3d_x --redis redis://a -q", "history --redis redis://a -q -- -Ab3d_x"),
        ("-q rename -Ab3d_x name", "rename -q -- -Ab3d_x name"),
        ("delete -y -Ab3d_x", "delete -y -- -Ab3d_x"), ("history -- -Ab3d_x", "history -- -Ab3d_x"),
        ("branch -Ab3d_x --at 3 --name N", "branch --at 3 --name N -- -Ab3d_x"),
        ("export -Ab3d_x -o file", "export -o file -- -Ab3d_x"),
        ("delete -y x", "delete -y x"), ("list -Ab3d_x", "list -Ab3d_x"),
    ]

    @Test(arguments: cases)
    func `Words come in the order of the parser`(typed: String, arranged: String) {
        let words = typed.split(separator: " ").map(String.init)
        #expect(ShellCommands.order.arranged(words).joined(separator: " ") == arranged)
    }
}
