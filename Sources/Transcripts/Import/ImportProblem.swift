/// Something that is not as it should be in a file that was read.
public struct ImportProblem: Hashable, Sendable, CustomStringConvertible {
    /// What it means for what was read.
    public enum Kind: Hashable, Sendable {
        /// Something was left out.
        case loss
        /// Something was mended, and all of it is there.
        case remark
    }

    /// What it means.
    public let kind: Kind
    /// Where it is: the conversation and the message, the line, or the byte.
    public let place: String
    /// What is wrong and what was done, as a sentence.
    public let sentence: String

    /// Place and sentence.
    public var description: String { "\(place): \(sentence)" }

    /// What is said of JSON that is not right from somewhere on.
    static let broken = "The JSON breaks off here; what is behind it was left out."
    /// What is said where a file ends within something.
    static let cutOff = "The file ends too early; what began here was left out."

    static func loss(at place: String, _ sentence: String) -> ImportProblem {
        ImportProblem(kind: .loss, place: place, sentence: sentence)
    }

    static func remark(at place: String, _ sentence: String) -> ImportProblem {
        ImportProblem(kind: .remark, place: place, sentence: sentence)
    }
}
