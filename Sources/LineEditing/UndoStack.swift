/// Earlier states of the line.
struct UndoStack: Sendable {
    private static let most = 500

    private var states: [EditBuffer] = []
    private var isTyping = false

    /// Remembers a state that a change has left; single characters typed in a row are one change.
    mutating func record(_ old: EditBuffer, before new: EditBuffer) {
        let isTyped =
            new.scalars.count == old.scalars.count + 1 && new.cursor == old.cursor + 1
            && new.scalars[old.cursor] != " "
        if !(isTyped && isTyping) { states.append(old) }
        if states.count > Self.most { states.removeFirst() }
        isTyping = isTyped
    }

    /// Takes the last state.
    mutating func undo() -> EditBuffer? {
        isTyping = false
        return states.popLast()
    }
}
