import ArgumentParser

/// Completes the options of a command, and their values.
struct OptionCompletion {
    private let options: [String]
    private let before: Substring
    private let word: String

    /// Takes what was typed apart.
    ///
    /// - Parameters:
    ///   - command: The command.
    ///   - text: What stands behind its name, up to the cursor.
    init(of command: (some ChatCommand).Type, _ text: String) {
        let help = command.helpMessage(columns: 200).split {
            $0.isWhitespace || ",/[]".contains($0)
        }
        options = Set(help.filter { $0.hasPrefix("--") && $0.count > 2 }.map(String.init)).sorted()
        let start = text.lastIndex(where: \.isWhitespace).map { text.index(after: $0) }
        before = text[..<(start ?? text.startIndex)]
        word = String(text[(start ?? text.startIndex)...])
    }

    /// What could stand at the end: an option, or else a word of another kind.
    ///
    /// - Parameter words: Gives the words that begin with a text.
    /// - Returns: The candidates, each with what stands before it.
    func candidates(orWords words: (_ start: String) -> [Candidate]) -> [Candidate] {
        behindWhatStandsThere(word.hasPrefix("-") ? beginnings : words(word))
    }

    /// What could stand at the end: the values of the option before it, or else the options.
    ///
    /// - Parameter values: Gives the values of an option that begin with a text, or `nil` for one
    ///   whose values are not known.
    /// - Returns: The candidates, each with what stands before it.
    func candidates(
        _ values: (_ option: String, _ word: String) async -> [Candidate]?
    ) async -> [Candidate] {
        var found: [Candidate]?
        if let option = before.split(whereSeparator: \.isWhitespace).last {
            found = await values(String(option), word)
        }
        if found == nil, word.hasPrefix("-") { found = beginnings }
        return behindWhatStandsThere(found ?? [])
    }

    /// The options that begin as the last word does.
    private var beginnings: [Candidate] {
        options.filter { $0.hasPrefix(word) && $0 != "--help" }.map { Candidate($0) }
    }

    private func behindWhatStandsThere(_ candidates: [Candidate]) -> [Candidate] {
        candidates.map { Candidate(before + $0.text, description: $0.description) }
    }
}
