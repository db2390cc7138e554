/// Looks for what a text has to hold.
struct TextMatcher {
    private enum Wanted {
        case terms(required: [TermPattern], excluded: [TermPattern])
        case substring([UInt8])
        case pattern(Regex<AnyRegexOutput>)
    }

    private let wanted: Wanted
    private let needsOrigins: Bool

    /// Prepares the look-up.
    init(_ text: SearchQuery.Text) throws(SearchQueryError) {
        switch text {
        case .words(let required, let excluded):
            let required = required.map(TermPattern.init)
            wanted = .terms(required: required, excluded: excluded.map(TermPattern.init))
            needsOrigins = required.contains { if case .literal = $0 { true } else { false } }
        case .substring(let text):
            wanted = .substring(FoldedText.plain(text))
            needsOrigins = true
        case .pattern(let pattern):
            do {
                wanted = .pattern(try Regex(pattern).ignoresCase())
            } catch {
                throw .badPattern(pattern, reason: "\(error)")
            }
            needsOrigins = false
        }
    }

    /// Where everything is in a text, or `nil` unless everything is there.
    func match(_ content: String) -> MessageMatch? {
        var content = content
        content.makeContiguousUTF8()
        let text = FoldedText(content, withOrigins: needsOrigins)
        switch wanted {
        case .terms(let required, let excluded):
            return match(required: required, excluded: excluded, in: text)
        case .substring(let bytes):
            let found = Needle(bytes).ranges(in: text.bytes) { _ in true }
            return one(found.map(text.source), in: text)
        case .pattern(let regex):
            let ranges = content.matches(of: regex).map { Self.offsets($0.range, in: content) }
            return one(ranges.filter { !$0.isEmpty }, in: text)
        }
    }

    private func match(
        required: [TermPattern], excluded: [TermPattern], in text: FoldedText
    ) -> MessageMatch? {
        var occurrences: [Int] = []
        var hits: [MessageMatch.Hit] = []
        for (index, term) in required.enumerated() {
            let ranges = term.places(in: text)
            guard !ranges.isEmpty else { return nil }
            occurrences.append(ranges.count)
            for range in ranges {
                hits.append(MessageMatch.Hit(range: term.source(of: range, in: text), term: index))
            }
        }
        guard !excluded.contains(where: { !$0.places(in: text).isEmpty }) else { return nil }
        return MessageMatch(occurrences: occurrences, words: text.tokens.count, found: hits)
    }

    private func one(_ ranges: [Range<Int>], in text: FoldedText) -> MessageMatch? {
        guard !ranges.isEmpty else { return nil }
        return MessageMatch(
            occurrences: [ranges.count], words: text.tokens.count,
            found: ranges.map { MessageMatch.Hit(range: $0, term: 0) })
    }

    private static func offsets(_ range: Range<String.Index>, in text: String) -> Range<Int> {
        let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
        let end = text.utf8.distance(from: text.startIndex, to: range.upperBound)
        return start..<end
    }
}
