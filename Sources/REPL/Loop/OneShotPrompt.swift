/// What is said in a one-shot call.
package struct OneShotPrompt: Hashable, Sendable {
    /// The words of the command line; what was piped in, where there are none.
    let text: String
    /// What was piped in beside the words.
    let piped: String?
    /// Files that go along.
    let paths: [String]

    /// Makes a prompt of what was typed and what was piped in.
    ///
    /// - Returns: `nil` where there is neither.
    package init?(typed: String, piped: String = "", attaching paths: [String] = []) {
        let parts = [typed, piped].filter { part in !part.allSatisfy(\.isWhitespace) }
        guard let first = parts.first else { return nil }
        text = first
        self.piped = parts.count > 1 ? piped : nil
        self.paths = paths
    }
}
