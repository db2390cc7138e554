/// Puts the words of the command line into the order that the parser wants.
///
/// People write options before the command (`-q list`), and ids that other programs made may begin
/// with a dash (`history -Ab3d…`); the parser takes the one for a prompt and the other for an
/// option.
struct ArgumentOrder {
    /// Options of every command that take no value.
    private static let flags: Set<String> = ["--json", "-q", "--quiet", "--no-quiet"]
    /// Options of every command that take a value.
    private static let valued: Set<String> = ["--redis", "--namespace", "--host", "--ttl"]
    /// Options of commands that name sessions, and take a value.
    private static let valuedBySessions: Set<String> = [
        "--at", "--name", "--keep", "--older-than", "--max-tokens", "-f", "--format", "-o",
        "--output",
    ]
    /// Fewer characters are no beginning of an id.
    private static let shortestID = 5

    private let commands: Set<String>
    private let sessionCommands: Set<String>

    /// Makes a rule.
    ///
    /// - Parameters:
    ///   - commands: The names of the commands.
    ///   - sessionCommands: Those among them that name a session.
    init(commands: Set<String>, sessionCommands: Set<String>) {
        self.commands = commands
        self.sessionCommands = sessionCommands
    }

    /// The words in the order for the parser.
    func arranged(_ arguments: [String]) -> [String] {
        let count = sharedOptions(at: arguments)
        guard count < arguments.count, commands.contains(arguments[count]) else {
            return arguments
        }
        let command = arguments[count]
        let rest = Array(arguments[..<count] + arguments[(count + 1)...])
        return [command] + (sessionCommands.contains(command) ? idsLast(rest) : rest)
    }

    /// How many words at the beginning are options of every command, with their values.
    private func sharedOptions(at arguments: [String]) -> Int {
        var count = 0
        while count < arguments.count {
            let word = arguments[count]
            if Self.flags.contains(word)
                || Self.valued.contains(where: { word.hasPrefix("\($0)=") })
            {
                count += 1
            } else if Self.valued.contains(word) {
                count += 2
            } else {
                break
            }
        }
        return count
    }

    /// Puts everything from an id that begins with a dash behind a `--`.
    private func idsLast(_ words: [String]) -> [String] {
        guard let place = words.firstIndex(where: { $0 == "--" || isDashedID($0) }),
            words[place] != "--"
        else { return words }
        var options: [String] = []
        var others: [String] = []
        var rest = words[place...]
        while let word = rest.popFirst() {
            guard word.hasPrefix("-"), !isDashedID(word) else {
                others.append(word)
                continue
            }
            options.append(word)
            if Self.valued.union(Self.valuedBySessions).contains(word), let value = rest.popFirst()
            {
                options.append(value)
            }
        }
        return words[..<place] + options + ["--"] + others
    }

    private func isDashedID(_ word: String) -> Bool {
        word.hasPrefix("-") && !word.hasPrefix("--") && word.utf8.count >= Self.shortestID
            && word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }
    }
}
