import Chat

/// The replies that arrive now, as far as they were to go to their drafts.
///
/// Pieces come with the offset that they belong at, and one that the store has taken does not come
/// again; so a spool that begins in the middle of a reply needs what came before.
struct DraftTexts: Sendable {
    private struct Draft {
        var text: [UInt8] = []
        var thinking: [UInt8] = []
        var spooledText = 0
        var spooledThinking = 0
    }

    private var drafts: [TurnID: Draft] = [:]

    /// Takes a piece; what is known of it already is not taken twice.
    mutating func take(_ addition: DraftAddition, of turn: TurnID) {
        drafts[turn, default: Draft()].text.grow(by: addition.text, at: addition.textOffset)
        drafts[turn]?.thinking.grow(by: addition.thinking, at: addition.thinkingOffset)
    }

    /// What is not in the spool yet.
    func unspooled(of turn: TurnID) -> DraftAddition {
        guard let draft = drafts[turn] else { return DraftAddition(textOffset: 0, text: "") }
        return DraftAddition(
            textOffset: draft.spooledText,
            text: String(decoding: draft.text[draft.spooledText...], as: UTF8.self),
            thinkingOffset: draft.spooledThinking,
            thinking: String(decoding: draft.thinking[draft.spooledThinking...], as: UTF8.self))
    }

    /// Takes a piece as being in the spool.
    mutating func noteSpooled(_ piece: DraftAddition, of turn: TurnID) {
        drafts[turn]?.spooledText = piece.textOffset + piece.text.utf8.count
        drafts[turn]?.spooledThinking = piece.thinkingOffset + piece.thinking.utf8.count
    }

    /// Takes everything as not being in the spool, which begins anew.
    mutating func forgetSpooled() {
        for turn in drafts.keys {
            drafts[turn]?.spooledText = 0
            drafts[turn]?.spooledThinking = 0
        }
    }

    /// All of a reply.
    func whole(of turn: TurnID) -> DraftAddition? {
        drafts[turn].map { draft in
            DraftAddition(
                textOffset: 0, text: String(decoding: draft.text, as: UTF8.self),
                thinking: String(decoding: draft.thinking, as: UTF8.self))
        }
    }

    /// Forgets a turn that has ended.
    mutating func end(_ turn: TurnID) {
        drafts[turn] = nil
    }
}

extension [UInt8] {
    /// Adds what is new of a piece that belongs at an offset.
    fileprivate mutating func grow(by piece: String, at offset: Int) {
        let known = count - offset
        guard known >= 0 else { return }
        append(contentsOf: piece.utf8.dropFirst(known))
    }
}
