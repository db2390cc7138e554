import Testing

@testable import LineEditing

@Suite struct UndoStackTests {
    @Test func `What is typed in a row is one change, word by word`() {
        var stack = UndoStack()
        let states = ["", "a", "ab", "ab ", "ab c"].map { EditBuffer($0.unicodeScalars) }
        for (old, new) in zip(states, states.dropFirst()) { stack.record(old, before: new) }
        #expect(stack.undo() == EditBuffer("ab ".unicodeScalars))
        #expect(stack.undo() == EditBuffer("ab".unicodeScalars))
        #expect(stack.undo() == EditBuffer())
        #expect(stack.undo() == nil)
    }
}
