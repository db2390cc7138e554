import Chat
import REPL
import TestSupport
import Testing

@Suite struct CodeCommandTests {
    private let programs = MemoryPrograms(clipboardProgram: "xclip")
    private let files = MemoryFiles()

    private static let one = "So:\n```swift\nlet a = 1\n```\n"
    private static let two = "```sh\n\n  ls -l\n```\nand\n~~~\nx\ny\n~~~"

    private func hold(_ lines: String..., replies: String...) async throws -> Dialogue {
        let store = MemorySessionStore()
        let messages = replies.flatMap { [Message.user("question"), .assistant($0)] }
        _ = try await store.create(NewSession(name: "It", messages: messages))
        let dialogue = Dialogue(
            ScriptedLines(["/open It"] + lines), store: store, files: files, programs: programs)
        await dialogue.run()
        return dialogue
    }

    @Test func `The only block is copied`() async throws {
        let dialogue = try await hold("/code", replies: Self.one)
        #expect(programs.clipboard == "let a = 1")
        #expect(dialogue.shown.contains("Copied block 1, 1 line, with xclip."))
    }

    @Test func `Of several blocks one is chosen from a list`() async throws {
        let dialogue = try await hold("/code", "/code 2", "/code 3", replies: Self.two)
        let rows = dialogue.shown.split(separator: "\n").map { $0.split(separator: " ") }
        #expect(rows.contains(["1", "sh", "2", "ls", "-l"]))
        #expect(rows.contains(["2", "2", "x"]))
        #expect(programs.clipboard == "x\ny")
        #expect(dialogue.shown.contains("There is no block 3, only 1 to 2."))
    }

    @Test func `Code of another message is meant by its number`() async throws {
        _ = try await hold("/code --message 2", replies: Self.one, "no code")
        #expect(programs.clipboard == "let a = 1")
        let dialogue = try await hold("/code", "/code -m 9", replies: Self.one, "no code")
        #expect(dialogue.shown.contains("There is no block of code in message 4."))
        #expect(dialogue.shown.contains("There is no message 9."))
    }

    @Test(arguments: ["/code > a.swift", "/code 1 >a.swift", "/code -o a.swift", "/code 1>a.swift"])
    func `Code is written to a file, and ends its last line`(line: String) async throws {
        let dialogue = try await hold(line, replies: Self.one)
        #expect(files["a.swift"] == "let a = 1\n")
        #expect(dialogue.shown.contains("Wrote 1 line to a.swift"))
        #expect(programs.clipboard == nil)
    }

    @Test func `A file that is there is replaced only where that is said`() async throws {
        files["my file"] = "mine"
        let refused = try await hold("/code > \"my file\"", replies: Self.one)
        #expect(files["my file"] == "mine")
        #expect(refused.shown.contains("There is such a file."))
        _ = try await hold("/code --force > 'my file'", replies: Self.one)
        #expect(files["my file"] == "let a = 1\n")
    }

    @Test func `A file that is not named is asked for`() async throws {
        let dialogue = try await hold("/code >", "/code > a b", replies: Self.one)
        #expect(dialogue.shown.ranges(of: "Type /code [K] [> FILE]").count == 2)
        #expect(files.names.isEmpty)
    }

    @Test func `The list shows hostile code as what it is`() async throws {
        let dialogue = try await hold(
            "/code", replies: "```\u{1B}]0;x\u{7}\n\u{9B}2J\n```\n```\nb\n```")
        #expect(!dialogue.shown.contains("\u{1B}"))
        #expect(!dialogue.shown.contains("\u{9B}"))
    }
}
