public import Chat

/// What can go wrong with a whole transcript, rather than with one conversation in it.
public struct TranscriptError: ChatFailure, Hashable {
    /// What kind of thing failed.
    public let kind: ChatFailureKind
    /// What failed.
    public let description: String
    /// What to do next.
    public let hint: String?

    private init(_ description: String, hint: String?) {
        kind = .usage
        self.description = description
        self.hint = hint
    }

    /// A format was named that there is not.
    static func unknownFormat(_ name: String, known: [String]) -> TranscriptError {
        TranscriptError(
            "There is no format “\(name)”.",
            hint: "The formats are \(known.joined(separator: ", ")).")
    }

    /// The bytes are in none of the formats.
    static func undetected(known: [String]) -> TranscriptError {
        TranscriptError(
            "This is in none of the formats that can be read.",
            hint: "Name the format if it is one of \(known.joined(separator: ", ")).")
    }

    /// The file ends before it says what it is.
    static let cutOff = TranscriptError(
        "This file ends too early.", hint: "It may not have been written or fetched to its end.")

    /// The file is not what it was when it was looked at first.
    static let changed = TranscriptError(
        "The file was changed while it was read.", hint: "Try again when it is at rest.")

    /// There is nothing in the file.
    static let empty = TranscriptError(
        "There is nothing in this file.", hint: "Is it the right one?")
}
