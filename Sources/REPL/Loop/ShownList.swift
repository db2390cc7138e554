import Chat

/// The list that was shown last.
enum ShownList {
    /// Sessions, also branches.
    case sessions([SessionID])
    /// Sessions in the trash.
    case trash([Session])
    /// What was taken off the path of a session.
    case shelf(SessionID, [ShelvedMessages])
    /// Messages that were found.
    case hits([FoundMessage])
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

extension ShownList {
    /// The sessions that its rows mean, where each means one that can be opened.
    var sessions: [SessionID]? {
        switch self {
        case .sessions(let ids): ids
        case .hits(let hits): hits.map(\.session)
        case .trash, .shelf: nil
        }
    }

    /// Its rows as they are typed.
    var candidates: [Candidate] {
        let descriptions: [String] =
            switch self {
            case .sessions(let ids): ids.map { String($0.text.prefix(8)) }
            case .trash(let sessions): sessions.map(\.listedName)
            case .shelf(_, let steps): steps.map { Count.messages($0.messages.count) }
            case .hits(let hits): hits.map(\.excerpt)
            }
        return descriptions.enumerated().map { Candidate("#\($0 + 1)", description: $1) }
    }
}
