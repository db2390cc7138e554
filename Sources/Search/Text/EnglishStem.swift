/// The part of an English word that its plural and its verb endings leave.
///
/// A light form of Porter's algorithm: `-s`, `-es`, `-ies`, `-ed`, `-ing`, doubled consonants and
/// the final `e`. It only shortens, or ends the rest in `e` or `y`, so that all words with one stem
/// begin with its core. Words of other scripts, with digits, or of up to three letters are stems.
struct EnglishStem: Hashable, Sendable {
    /// The stem.
    let bytes: [UInt8]

    /// What every word with this stem begins with.
    var core: ArraySlice<UInt8> {
        bytes.count > 2 && (bytes.last == Letter.e || bytes.last == Letter.y)
            ? bytes.dropLast() : bytes[...]
    }

    /// Finds the stem of a word in its plain spelling.
    init(_ word: some Collection<UInt8>) {
        var rest = Array(word)
        guard rest.count > 3, rest.allSatisfy({ (Letter.a...Letter.z).contains($0) }) else {
            bytes = rest
            return
        }
        Self.dropPlural(&rest)
        if !Self.wholeWords.contains(rest) { Self.dropVerbEnding(&rest) }
        Self.dropLastLetters(&rest)
        bytes = rest
    }

    private enum Letter {
        static let a = UInt8(ascii: "a")
        static let e = UInt8(ascii: "e")
        static let i = UInt8(ascii: "i")
        static let l = UInt8(ascii: "l")
        static let s = UInt8(ascii: "s")
        static let u = UInt8(ascii: "u")
        static let y = UInt8(ascii: "y")
        static let z = UInt8(ascii: "z")
    }

    /// Words that only look as if they had a verb ending.
    private static let wholeWords = Set(
        [
            "embed", "exceed", "proceed", "succeed", "indeed", "hundred", "naked", "sacred",
            "during", "evening", "morning", "nothing", "something", "anything", "everything",
        ].map { Array($0.utf8) })

    private static func dropPlural(_ word: inout [UInt8]) {
        guard word.count > 3, word.last == Letter.s else { return }
        let before = word[word.count - 2]
        if before == Letter.s || word.count > 4 && (before == Letter.u || before == Letter.i) {
            return
        }
        word.removeLast()
        if word.ends(with: "sse") { word.removeLast() }
    }

    private static func dropVerbEnding(_ word: inout [UInt8]) {
        guard word.count > 3 else { return }
        if word.ends(with: "ied") {
            // "died" comes from "die", and "carrie" is as "carry" in the end.
            word.removeLast()
        } else if word.ends(with: "eed") {
            if measure(word.dropLast(3)) > 0 { word.removeLast() }
        } else if word.ends(with: "ed") {
            drop(2, from: &word)
        } else if word.ends(with: "ing") {
            drop(3, from: &word)
        }
    }

    private static func drop(_ count: Int, from word: inout [UInt8]) {
        let rest = word.dropLast(count)
        guard rest.indices.contains(where: { isVowel(rest, $0) }) else { return }
        if rest.count == 2 {
            // "using" comes from "use"; "being" is a word of its own.
            guard isVowel(rest, 0), !isVowel(rest, 1) else { return }
            word = rest + [Letter.e]
            return
        }
        guard rest.count > 2 else { return }
        word = Array(rest)
        let last = word[word.count - 1]
        if word.count > 3, last == word[word.count - 2], !isVowel(rest, word.count - 1) {
            if ![Letter.l, Letter.s, Letter.z].contains(last) { word.removeLast() }
        } else if keepsE(rest) {
            word.append(Letter.e)
        }
    }

    private static func dropLastLetters(_ word: inout [UInt8]) {
        guard word.count > 3 else { return }
        if word.ends(with: "ie") {
            // "movie" and "movies" are as "query" and "queries".
            word.replaceSubrange((word.count - 2)..., with: [Letter.y])
        } else if word.last == Letter.e, !keepsE(word.dropLast()) {
            word.removeLast()
        }
        if word.ends(with: "ll"), measure(word[...]) > 1 { word.removeLast() }
    }

    /// Whether a word that begins so and goes on with an ending has an `e` there: "hop" has, for
    /// "hoping" comes from "hope", and "hopping" was "hopp".
    private static func keepsE(_ rest: ArraySlice<UInt8>) -> Bool {
        let end = rest.endIndex
        guard rest.count > 2, measure(rest) == 1, !isVowel(rest, end - 1), isVowel(rest, end - 2),
            !isVowel(rest, end - 3)
        else { return false }
        return !"wxy".utf8.contains(rest[end - 1])
    }

    /// How often a vowel is followed by a consonant.
    private static func measure(_ word: ArraySlice<UInt8>) -> Int {
        var count = 0
        var wasVowel = false
        for index in word.indices {
            let isVowel = isVowel(word, index)
            if wasVowel, !isVowel { count += 1 }
            wasVowel = isVowel
        }
        return count
    }

    private static func isVowel(_ word: ArraySlice<UInt8>, _ index: Int) -> Bool {
        if "aeiou".utf8.contains(word[index]) { return true }
        return word[index] == Letter.y && index > word.startIndex
            && !isVowel(word, index - 1)
    }
}

extension [UInt8] {
    /// Whether it ends so.
    fileprivate func ends(with text: StaticString) -> Bool {
        text.withUTF8Buffer { suffix($0.count).elementsEqual($0) }
    }
}
