/// The ways to complete what is being typed, and how much of it they replace.
package struct CompletionList: Hashable, Sendable {
    /// The ways, in the order they are shown.
    package var candidates: [Completion]
    /// How many characters before the cursor are replaced.
    package var replacedCount: Int

    /// Makes a list.
    package init(_ candidates: [Completion], replacing replacedCount: Int) {
        self.candidates = candidates
        self.replacedCount = replacedCount
    }

    /// No way to complete.
    package static let none = CompletionList([], replacing: 0)
}

extension CompletionList {
    /// What all candidates begin with.
    var commonPrefix: String {
        guard var prefix = candidates.first?.replacement else { return "" }
        for candidate in candidates.dropFirst() {
            prefix = String(zip(prefix, candidate.replacement).prefix { $0 == $1 }.map(\.0))
        }
        return prefix
    }
}
