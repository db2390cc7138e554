import Testing

@testable import LineEditing

@Suite struct UndoStackTests {
    @Test func `What is typed in a row is one change, word by word`() {
        var stack = UndoStack()
        let states = ["", "a", "ab", "ab ", "ab c"].map { EditBuffer($0.unicodeScalars) }
        for (old, new) in zip(states, states.dropFirst()) { stack.record(old, before: new) }
        #expect(stack.undo(from: states[4]) == states[3])
        #expect(stack.undo(from: states[3]) == states[2])
        #expect(stack.undo(from: states[2]) == states[0])
        #expect(stack.undo(from: states[0]) == nil)
    }

    @Test func `What was taken back can be had again, until something else is typed`() {
        var stack = UndoStack()
        let states = ["", "a", "a ", "a b"].map { EditBuffer($0.unicodeScalars) }
        for (old, new) in zip(states, states.dropFirst()) { stack.record(old, before: new) }
        #expect(stack.redo(from: states[3]) == nil)
        #expect(stack.undo(from: states[3]) == states[2])
        #expect(stack.undo(from: states[2]) == states[1])
        #expect(stack.redo(from: states[1]) == states[2])
        #expect(stack.redo(from: states[2]) == states[3])
        #expect(stack.undo(from: states[3]) == states[2])
        stack.record(states[2], before: states[1])
        #expect(stack.redo(from: states[1]) == nil)
    }
}
