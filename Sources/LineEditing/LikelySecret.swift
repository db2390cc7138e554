/// Tells lines that seem to hold a password, a token or a private key.
///
/// What is taken for a secret without being one is merely not in a file, so the rules are broad.
enum LikelySecret {
    /// How tokens of well-known services begin, and how many characters follow at the least.
    private static let tokens: [(start: String, rest: Int)] = [
        ("ghp_", 30), ("gho_", 30), ("ghu_", 30), ("ghs_", 30), ("ghr_", 30),
        ("github_pat_", 30), ("glpat-", 16), ("hf_", 24), ("npm_", 30), ("pypi-", 40),
        ("xoxb-", 16), ("xoxp-", 16), ("xoxa-", 16), ("xoxs-", 16), ("xapp-", 16),
        ("sk-", 20), ("sk_live_", 16), ("rk_live_", 16), ("AIza", 30), ("AKIA", 16), ("ASIA", 16),
        ("ya29.", 20), ("dop_v1_", 30), ("shpat_", 24), ("SG.", 30), ("AGE-SECRET-KEY-", 30),
    ]
    /// How JSON in base64 begins.
    private static let webToken = "eyJ"
    /// What stands before a secret, in lower case, with `=` or `:` behind it.
    private static let names = [
        "password", "passwd", "passphrase", "secret", "token", "api_key", "api-key", "apikey",
        "access_key", "access-key", "private_key", "credentials",
    ]
    /// The fewest characters that a secret behind such a name has.
    private static let leastLength = 8
    /// How much of a line is looked at.
    private static let mostBytes = 100_000

    /// Whether a line seems to hold a secret.
    static func isIn(_ line: String) -> Bool {
        let text = String(line.utf8.prefix(mostBytes)) ?? String(line.prefix(mostBytes))
        return Unix.contains(text, "PRIVATE KEY-----") || hasToken(text) || hasNamedSecret(text)
            || hasPasswordInAddress(text)
    }

    private static func hasToken(_ text: String) -> Bool {
        // The line is sent behind this, and most lines have none of them.
        let tokens = tokens.filter { Unix.contains(text, $0.start) }
        guard !tokens.isEmpty || Unix.contains(text, webToken) else { return false }
        return text.split { !isTokenCharacter($0) }.contains { word in
            isWebToken(word)
                || tokens.contains {
                    word.hasPrefix($0.start) && word.count >= $0.start.count + $0.rest
                }
        }
    }

    private static func isWebToken(_ word: Substring) -> Bool {
        word.hasPrefix(webToken) && word.utf8.count > 40
            && word.utf8.count(where: { $0 == UInt8(ascii: ".") }) == 2
    }

    /// Whether there is something like `API_KEY=…` or `"password": "…"`.
    private static func hasNamedSecret(_ text: String) -> Bool {
        let lower = text.lowercased()
        return names.contains { name in
            Unix.contains(lower, name)
                && lower.ranges(of: name).contains { range in
                    let rest = lower[range.upperBound...].drop { $0 == "\"" || $0 == "'" }
                    guard let mark = rest.drop(while: { $0 == " " }).first,
                        mark == "=" || mark == ":"
                    else { return false }
                    let value = rest.drop { $0 == " " || $0 == mark || $0 == "\"" || $0 == "'" }
                    let word = value.prefix { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
                    // A word of a sentence has no digit in it.
                    return word.count >= leastLength && word.contains(where: \.isNumber)
                }
        }
    }

    /// Whether there is something like `https://user:password@host`.
    private static func hasPasswordInAddress(_ text: String) -> Bool {
        Unix.contains(text, "://")
            && text.ranges(of: "://").contains { range in
                let host = text[range.upperBound...].prefix { !$0.isWhitespace && $0 != "/" }
                guard let end = host.lastIndex(of: "@") else { return false }
                return !host[..<end].drop { $0 != ":" }.dropFirst().isEmpty
            }
    }

    private static func isTokenCharacter(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber)
            || "_-.".contains(character)
    }
}
