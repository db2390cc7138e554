import Chat
import PlatformFoundation
import Search
import TestSupport
import Testing

@Suite struct SearchPropertyTests {
    private func term(_ generator: inout SeededGenerator) -> SearchTerm {
        let words = (0..<Int.random(in: 1...2, using: &generator)).flatMap { _ in
            generator.pick(SearchModel.items.filter { !$0.words.isEmpty }).words
        }
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: return .phrase(words)
        case 1:
            let cut = words.last.map { String($0.prefix(2)) } ?? ""
            return .phrase(words.dropLast() + [cut], endsOpen: true)
        case 2: return .prefix(String(words[0].prefix(Int.random(in: 1...3, using: &generator))))
        case 3:
            return .literal(
                generator.pick([
                    "C++", "->", "/etc", "🎉", "👩\u{200D}👧", "\"user\"", "\\n", "\u{FFFD}",
                ]))
        case 4: return .near(words[0])
        default: return .word(words[0])
        }
    }

    private func query(_ generator: inout SeededGenerator) -> SearchQuery {
        var query = SearchQuery()
        let required = (0..<Int.random(in: 0...2, using: &generator)).map { _ in term(&generator) }
        let hasExcluded = Int.random(in: 0..<4, using: &generator) == 0
        query.text = .words(required: required, excluded: hasExcluded ? [term(&generator)] : [])
        if Int.random(in: 0..<6, using: &generator) == 0 {
            query.role = generator.pick([.user, .tool])
        }
        if Int.random(in: 0..<8, using: &generator) == 0 { query.model = WildcardPattern("*é/q*") }
        return query
    }

    private func isMeant(_ message: Message, _ items: [SearchModel.Item], by query: SearchQuery)
        -> Bool
    {
        guard case .words(let required, let excluded) = query.text else { return false }
        return required.allSatisfy { SearchModel.count($0, items) > 0 }
            && !excluded.contains { SearchModel.count($0, items) > 0 }
            && (query.role.map { $0 == message.role } ?? true)
            && (query.model == nil || message.model != nil)
    }

    @Test(arguments: 1...4)
    func `Nothing that is meant is left out, and nothing else is found`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var found = 0
        for _ in 0..<400 {
            // Members without a letter beyond ASCII are read in another way.
            let isPlain = Bool.random(using: &generator)
            let known = SearchModel.items.filter {
                !isPlain || $0.text.utf8.allSatisfy { $0 < 0x80 }
            }
            let items = (0..<Int.random(in: 0...9, using: &generator)).map { _ in
                generator.pick(known)
            }
            let content = items.map {
                $0.text + generator.pick(isPlain ? [" ", "\n"] : SearchModel.separators)
            }.joined()
            let message = Message(
                role: generator.pick([.user, .assistant, .tool]), content: content,
                model: generator.pick([nil, "CAFÉ/qwen3:4b"]))
            let json = generator.pick(StoredText.allCases).json(message)
            let record = try JSONDecoder().decode(MessageRecord.self, from: Data(json))
            #expect(Array(record.message.content.utf8) == Array(content.utf8))
            for _ in 0..<8 {
                let query = query(&generator)
                let match = try MessageMatcher(query).match(
                    record.message, timestamp: Timestamp(microseconds: 0))
                let context: Comment = "\(query) in \(String(decoding: json, as: UTF8.self))"
                #expect((match != nil) == isMeant(message, items, by: query), context)
                guard let match else { continue }
                found += 1
                #expect(RawFilter(query).mayMatch(json), context)
                #expect(match.words == items.flatMap(\.words).count)
                if case .words(let required, _) = query.text {
                    #expect(
                        match.occurrences == required.map { SearchModel.count($0, items) }, context)
                }
                check(match, in: content)
            }
        }
        #expect(found > 300)
    }

    private func check(_ match: MessageMatch, in content: String) {
        #expect(match.occurrences.allSatisfy { $0 > 0 })
        #expect(match.hits.count <= match.occurrences.reduce(0, +))
        var end = 0
        for hit in match.hits {
            #expect(hit.range.lowerBound >= end && !hit.range.isEmpty)
            end = hit.range.upperBound
            let part = Array(content.utf8)[hit.range]
            #expect(String(validating: part, as: UTF8.self) != nil)
        }
        #expect(end <= content.utf8.count)
    }

    @Test func `A substring is found as in a text without accents`() throws {
        var generator = SeededGenerator(seed: 5)
        let letters: [(String, String)] = [
            ("a", "a"), ("É", "e"), ("ß", "ss"), (" ", " "), ("/", "/"), ("\"", "\""), ("B", "b"),
            ("東", "東"), ("\n", "\n"), ("🎉", "🎉"), ("\u{301}", ""), ("\\", "\\"),
        ]
        for round in 0..<2_000 {
            let letters =
                round % 2 == 0 ? letters : letters.filter { $0.0.utf8.allSatisfy { $0 < 0x80 } }
            let text = (0..<Int.random(in: 0..<12, using: &generator)).map { _ in
                generator.pick(letters)
            }
            let chosen = (0..<Int.random(in: 1..<4, using: &generator)).map { _ in
                generator.pick(letters)
            }
            // Chance alone seldom draws what is there.
            let start = Int.random(in: 0...text.count, using: &generator)
            let slice = text[start...].prefix(chosen.count)
            let part = round % 4 < 2 || slice.isEmpty ? chosen : Array(slice)
            let query = SearchQuery(text: .substring(part.map(\.0).joined()))
            let message = Message.user(text.map(\.0).joined())
            let plain = part.map(\.1).joined()
            let isThere =
                !plain.isEmpty
                && Array(text.map(\.1).joined().unicodeScalars)
                    .firstRange(of: Array(plain.unicodeScalars)) != nil
            #expect((try MessageMatcher(query).match(text: message.content) != nil) == isThere)
            for writer in StoredText.allCases where isThere {
                #expect(RawFilter(query).mayMatch(writer.json(message)))
            }
        }
    }
}
