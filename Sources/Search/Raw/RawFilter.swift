import Chat
import Markdown

/// Tells members of stored sessions that cannot be what a query looks for, without decoding them.
///
/// It looks at JSON text of any writer: any order of keys, any escapes, any encoding of the
/// letters. It never rejects a message that a ``MessageMatcher`` accepts, and may let others pass:
/// words are looked for anywhere in the text, filters roughly, excluded terms, times and regular
/// expressions not at all.
public struct RawFilter: Sendable {
    /// Of each group one has to be there; the longest come first, as they are the rarest.
    private let groups: [[Needle]]
    private let folder = RawFolder()

    /// Prepares a filter for a query.
    public init(_ query: SearchQuery) {
        var groups = Set(Self.spellings(of: query.text).compactMap(Self.group))
        if let role = query.role { groups.formUnion(Self.quoted(role.rawValue).map { [$0] }) }
        groups.formUnion((query.model?.modelParts ?? []).compactMap { Self.group([$0]) })
        if query.hasCode { groups.insert(FencedCode.marks.map { Needle($0.utf8) }) }
        self.groups = groups.sorted { Self.length($0) > Self.length($1) }
    }

    /// Whether a member may be what is looked for.
    ///
    /// - Parameter member: JSON text, as it is stored.
    /// - Returns: `false` only where it cannot be.
    public func mayMatch(_ member: [UInt8]) -> Bool {
        member.withUnsafeBytes { mayMatch($0) }
    }

    /// Whether a member may be what is looked for.
    ///
    /// - Parameter member: JSON text, as it is stored.
    /// - Returns: `false` only where it cannot be.
    public func mayMatch(_ member: UnsafeRawBufferPointer) -> Bool {
        if groups.isEmpty || Self.isWide(member) { return true }
        if RawFolder.isPlain(member) { return holds(member) }
        return withUnsafeTemporaryAllocation(
            byteCount: RawFolder.capacity(for: member.count), alignment: 4
        ) { scratch in
            let count = folder.fold(member, into: scratch)
            return holds(UnsafeRawBufferPointer(rebasing: scratch[..<count]))
        }
    }

    private func holds(_ text: UnsafeRawBufferPointer) -> Bool {
        groups.allSatisfy { group in group.contains { $0.first(in: text) != nil } }
    }

    /// Whether it may be in UTF-16 or UTF-32, which decoders of JSON understand.
    private static func isWide(_ member: UnsafeRawBufferPointer) -> Bool {
        guard let first = member.first else { return false }
        return first >= 0xFE || member.prefix(4).contains(0)
    }

    /// Of each group of spellings one has to be in the plain spelling of a text.
    private static func spellings(of text: SearchQuery.Text) -> [[[UInt8]]] {
        switch text {
        case .words(let required, _): required.map(TermPattern.init).flatMap(spellings)
        case .substring(let text): [[FoldedText.plain(text)]]
        case .pattern: []
        }
    }

    private static func spellings(of term: TermPattern) -> [[[UInt8]]] {
        switch term {
        case .words(let words): words.map(\.parts)
        case .literal(let bytes): [[bytes]]
        }
    }

    /// A value with the quotes around it, unless there is something in it to escape.
    private static func quoted(_ value: String) -> [Needle] {
        let spelling = FoldedText.plain(value)
        guard parts(spelling).first?.count == spelling.count else { return [] }
        let quote = UInt8(ascii: "\"")
        return [Needle([quote] + spelling + [quote])]
    }

    /// What to look for where one of some spellings has to be there; `nil` if one of them has
    /// nothing that could be looked for.
    private static func group(_ spellings: [[UInt8]]) -> [Needle]? {
        let needles = spellings.compactMap { spelling in
            parts(spelling).max { $0.count < $1.count }.map { Needle($0) }
        }
        return needles.count == spellings.count ? needles : nil
    }

    /// The parts of a spelling that no writer of JSON escapes otherwise than by number.
    ///
    /// They end at 0xEF too, the first byte of U+FFFD: how many of those stand for bytes that are
    /// no UTF-8 is for each reader to say.
    private static func parts(_ spelling: [UInt8]) -> [ArraySlice<UInt8>] {
        spelling.split { byte in
            switch byte {
            case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), 0xEF: true
            default: false
            }
        }
    }

    private static func length(_ group: [Needle]) -> Int {
        group.map(\.bytes.count).min() ?? 0
    }
}
