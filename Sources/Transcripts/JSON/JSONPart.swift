/// Where a part of a JSON array or object begins.
struct JSONEntrance {
    /// The member's key, or `nil` in an array.
    let key: String?
    /// Where its value begins.
    let start: Int
}

/// One element of a JSON array, or one member of an object.
struct JSONPart {
    /// The member's key, or `nil` in an array.
    let key: String?
    /// Where its value is.
    let range: Range<Int>
    /// How deep it is nested, itself included.
    let depth: Int
    /// Whether it is nested deeper than is allowed.
    var isTooDeep: Bool { depth > TranscriptLimits.jsonDepth }
}
