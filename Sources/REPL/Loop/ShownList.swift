import Chat

/// The list that was shown last.
enum ShownList {
    /// Sessions, also branches.
    case sessions([SessionID])
    /// Sessions in the trash.
    case trash([Session])
    /// What was taken off the path of a session.
    case shelf(SessionID, [ShelvedMessages])
}

/// A row of the last list as it is typed: `#3`.
struct RowNumber {
    /// Counted from 1.
    let value: Int

    /// Reads a row, or gives `nil` for anything else.
    init?(_ text: String) {
        guard text.hasPrefix("#"), let value = Int(text.dropFirst()) else { return nil }
        self.value = value
    }
}
