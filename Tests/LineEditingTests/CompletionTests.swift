import TestSupport
import Testing

@testable import LineEditing

@Suite struct CompletionTests {
    @Test func `Candidates have a common prefix`() {
        let list = CompletionList(
            ["/model", "/models", "/modify"].map { Completion($0) }, replacing: 2)
        #expect(list.commonPrefix == "/mod")
        #expect(CompletionList.none.commonPrefix.isEmpty)
    }

    @Test func `Descriptions stand in a column`() {
        let rows = CandidateRows.make(
            [Completion("/a", description: "First"), Completion("/long", description: "Second")],
            in: TerminalSize(rows: 24, columns: 80))
        #expect(rows == ["/a     First", "/long  Second"])
    }

    @Test func `Without descriptions candidates share rows, and half the screen is enough`() {
        let candidates = (10..<60).map { Completion("c\($0)") }
        let rows = CandidateRows.make(candidates, in: TerminalSize(rows: 6, columns: 21))
        #expect(rows == ["c10  c11  c12  c13  ", "c14  c15  c16  c17  ", "… and 42 more"])
    }

    @Test(arguments: HostileText.all)
    func `What others named themselves cannot command the terminal`(text: String) {
        let rows = CandidateRows.make(
            [Completion("a\(text)", description: text), Completion("b", description: "b")],
            in: TerminalSize(rows: 24, columns: 200))
        #expect(rows.allSatisfy { HostileText.firstOffence(in: $0) == nil })
        var layout = FrameLayout(columns: 200, prompt: LinePrompt("Delete \(text)? "))
        layout.prompt.placeholder = text
        layout.below = [text]
        for row in layout.frame(of: EditBuffer("".unicodeScalars)).rows {
            let plain = row.text.replacing("\u{1B}[2m", with: "").replacing("\u{1B}[22m", with: "")
            #expect(HostileText.firstOffence(in: plain) == nil)
        }
    }

    @Test func `One candidate is completed with a space`() async throws {
        let screen = try await makeScreen()
        try screen.type("/he")
        try screen.press("Tab")
        try await screen.waitForText("ask> /help")
        #expect(try screen.cursor().column == 11)
    }

    @Test func `Several candidates are listed until the next key`() async throws {
        let screen = try await makeScreen()
        try screen.type("/m")
        try screen.press("Tab")
        try await screen.waitForText("/model   Choose a model\n/models  List the models\n/modify")
        #expect(try screen.text().hasPrefix("ask> /mod\n"))
        try screen.type("e")
        try await screen.waitFor("no list") { $0 == "ask> /mode" }
    }

    @Test func `Completions that take too long are given up`() async throws {
        let screen = try await makeScreen()
        try screen.type("/slow")
        try screen.press("Tab")
        try screen.type("er")
        try await screen.waitForText("ask> /slower")
    }
}
