import Chat
import REPL
import TestSupport
import Testing

@Suite struct CopyCommandTests {
    private let programs = MemoryPrograms(clipboardProgram: "wl-copy")

    private func hold(
        _ lines: [String], programs: MemoryPrograms? = nil, replies: [String] = []
    ) async throws -> Dialogue {
        let store = MemorySessionStore()
        let messages = replies.flatMap { [Message.user("question"), .assistant($0)] }
        if !messages.isEmpty {
            _ = try await store.create(NewSession(name: "It", messages: messages))
        }
        let dialogue = Dialogue(
            ScriptedLines((messages.isEmpty ? [] : ["/open It"]) + lines), store: store,
            programs: programs ?? self.programs)
        await dialogue.run()
        return dialogue
    }

    @Test func `The last reply is copied exactly as it is stored`() async throws {
        let reply = "**bold** \u{1B}[1m\u{202E}x\r\n\n"
        let dialogue = try await hold(["/copy"], replies: ["old", reply])
        #expect(programs.clipboard?.unicodeScalars.elementsEqual(reply.unicodeScalars) == true)
        #expect(
            dialogue.shown.contains("Copied the reply, \(reply.count) characters, with wl-copy."))
    }

    @Test func `A message is copied by its number`() async throws {
        let dialogue = try await hold(["one", "two", "/copy 3", "/copy 9"])
        #expect(programs.clipboard == "two")
        #expect(dialogue.shown.contains("Copied message 3, 3 characters, with wl-copy."))
        #expect(dialogue.shown.contains("There is no message 9."))
    }

    @Test func `Without a program the terminal is asked`() async throws {
        let dialogue = try await hold(["one", "/copy"], programs: MemoryPrograms())
        #expect(dialogue.shown.contains("\u{1B}]52;c;ZWNobzogb25l\u{7}"))
        #expect(dialogue.shown.contains("Copied the reply, 9 characters, through the terminal."))
    }

    @Test func `What is too long for a terminal is not cut`() async throws {
        let long = String(repeating: "a", count: 74_995)
        let dialogue = try await hold(["/copy"], programs: MemoryPrograms(), replies: [long])
        #expect(!dialogue.shown.contains("\u{1B}]52"))
        #expect(dialogue.shown.contains("too long for the clipboard of a terminal"))
        _ = try await hold(["/copy"], replies: [long])
        #expect(programs.clipboard == long)
    }

    @Test func `Before the first reply there is nothing to copy`() async throws {
        let dialogue = try await hold(["/copy", "/copy x"])
        #expect(dialogue.shown.contains("Nothing was said in this session yet."))
        #expect(dialogue.shown.contains("Type /copy [N]"))
        #expect(programs.clipboard == nil)
    }

    @Test func `A reply is found however many questions follow it`() async throws {
        let store = MemorySessionStore()
        let messages = [Message.assistant("here")] + (1...30).map { Message.user("\($0)") }
        _ = try await store.create(NewSession(name: "It", messages: messages))
        let dialogue = Dialogue(
            ScriptedLines(["/open It", "/copy"]), store: store, programs: programs)
        await dialogue.run()
        #expect(programs.clipboard == "here")
    }
}
