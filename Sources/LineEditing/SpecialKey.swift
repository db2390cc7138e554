/// A key, or a message of ours, that reaches libedit as a private code.
///
/// The codes are C1 control characters: they never come in as text, fit libedit's key map of 256
/// entries, and need no ESC in front, which would take the plain ESC away from vi mode.
enum SpecialKey: UInt8, CaseIterable, Sendable {
    /// Cursor keys.
    case up = 0x80
    /// Cursor down.
    case down
    /// Cursor left.
    case left
    /// Cursor right.
    case right
    /// The start of the row.
    case home
    /// The end of the row.
    case end
    /// Delete, to the right.
    case delete
    /// Ctrl- or Alt-Left.
    case wordLeft
    /// Ctrl- or Alt-Right.
    case wordRight
    /// Enter.
    case enter
    /// A newline in the text: Ctrl-J, Alt-Enter, Shift-Enter.
    case newline
    /// A paste waits to be inserted.
    case paste
    /// ESC alone.
    case escape
    /// A key without meaning.
    case nothing
    /// SIGINT from outside.
    case interrupt
    /// libedit's mark, which we set to kill a part of the text.
    case setMark
    /// libedit's command that kills up to the mark.
    case killToMark
    /// libedit's command that does vi's last change again.
    case repeatChange
    /// libedit's command that kills to the end of all lines.
    case killRest
    /// libedit's command of vi that kills to the end of all lines, and inserts.
    case changeRest

    /// How `bind` of libedit spells the code.
    var bindName: String { "\\" + String(rawValue, radix: 8) }
}
