/// Earlier states of the line, and those that were taken back.
struct UndoStack: Sendable {
    private static let most = 500

    private var states: [EditBuffer] = []
    private var undone: [EditBuffer] = []
    private var isTyping = false

    /// Remembers a state that a change has left; single characters typed in a row are one change.
    mutating func record(_ old: EditBuffer, before new: EditBuffer) {
        let isTyped =
            new.scalars.count == old.scalars.count + 1 && new.cursor == old.cursor + 1
            && new.scalars[old.cursor] != " "
        if !(isTyped && isTyping) { states.append(old) }
        if states.count > Self.most { states.removeFirst() }
        isTyping = isTyped
        undone = []
    }

    /// Goes back to the state before the last change.
    mutating func undo(from current: EditBuffer) -> EditBuffer? {
        isTyping = false
        guard let old = states.popLast() else { return nil }
        undone.append(current)
        return old
    }

    /// Goes on to the state that was left last.
    mutating func redo(from current: EditBuffer) -> EditBuffer? {
        guard let new = undone.popLast() else { return nil }
        states.append(current)
        return new
    }
}
