/// A text in which `{{name}}` stands for something.
///
/// A name begins with a letter or `_` and has letters, digits, `_` and `-`. Anything else between
/// the braces, a blank for one, is text: other languages of templates write their own so.
struct VariableText {
    private enum Piece {
        case text(Substring)
        case variable(Substring)
    }

    private let pieces: [Piece]

    /// Takes a text apart.
    init(_ text: String) {
        var pieces: [Piece] = []
        var rest = text[...]
        while let opening = rest.firstRange(of: "{{") {
            let behind = rest[opening.upperBound...]
            let name = behind.prefix(while: Self.isPartOfName)
            guard let first = name.first, first.isLetter || first == "_",
                behind[name.endIndex...].hasPrefix("}}")
            else {
                // Of three braces the last two may be the ones.
                let next = rest.index(after: opening.lowerBound)
                pieces.append(.text(rest[..<next]))
                rest = rest[next...]
                continue
            }
            pieces.append(.text(rest[..<opening.lowerBound]))
            pieces.append(.variable(name))
            rest = rest[name.endIndex...].dropFirst(2)
        }
        self.pieces = pieces + [.text(rest)]
    }

    /// The names of the variables, as often as they occur.
    var names: [String] {
        pieces.compactMap { if case .variable(let name) = $0 { String(name) } else { nil } }
    }

    /// The text with values in the place of variables.
    func filled(with values: [String: String]) -> String {
        pieces.reduce(into: "") { text, piece in
            switch piece {
            case .text(let piece): text += piece
            case .variable(let name): text += values[String(name)] ?? "{{\(name)}}"
            }
        }
    }

    private static func isPartOfName(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_" || character == "-"
    }
}
