extension EditorEngine {
    private static let carriageReturn: Int32 = 0x0D
    private static let escape: Int32 = 0x1B

    /// The text, the cursor, and where the text comes from.
    var current: EditBuffer {
        let (scalars, cursor) = handle.content
        return EditBuffer(scalars: scalars, cursor: cursor, beginsWithPaste: beginsWithPaste)
    }

    /// Replaces the text.
    func replace(_ buffer: EditBuffer) {
        handle.replace(buffer.scalars, cursor: buffer.cursor)
        beginsWithPaste = buffer.beginsWithPaste
    }

    /// Changes the text to one whose origin is known, which does not seem to be typed.
    func change(to buffer: EditBuffer) {
        undo.record(current, before: buffer)
        replace(buffer)
        last = current
    }

    /// Puts right what libedit's own commands may have left, and remembers the change for undo.
    func settle() {
        var now = current
        if now.scalars.contains("\0") || !EditorHandle.isBearable(now.scalars) {
            // Its commands for the history cut long lines; a count of a million fills them.
            replace(last)
            now = last
        }
        if now.cursor != last.cursor {
            let cursor = now.cursor
            now.leaveCharacter(comingFrom: last.cursor)
            if now.cursor != cursor { handle.move(to: now.cursor) }
        }
        let isTypedInFront =
            now.scalars.count > last.scalars.count && now.scalars.first != last.scalars.first
        if now.isEmpty || (isTypedInFront && last.beginsWithPaste) { beginsWithPaste = false }
        now.beginsWithPaste = beginsWithPaste
        if now.scalars != last.scalars { undo.record(last, before: now) }
        last = now
    }

    /// Turns a key into what libedit's key maps know.
    func take(_ key: Key) {
        below = []
        if search != nil, takeForSearch(key) { return }
        switch key {
        case .scalar(let scalar): codes.append(Int32(bitPattern: scalar.value))
        case .meta(let scalar): codes += [Self.escape, Int32(bitPattern: scalar.value)]
        // Commands of libedit that read keys themselves, such as vi's /, know these two bytes.
        case .special(.enter): codes.append(Self.carriageReturn)
        case .special(.escape) where handle.isVi: codes.append(Self.escape)
        case .special(let key): codes.append(key.code)
        case .paste(let bytes):
            paste = bytes
            codes.append(SpecialKey.paste.code)
        }
    }
}
