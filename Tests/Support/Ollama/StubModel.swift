/// A model that a stub pretends to hold.
package struct StubModel: Hashable, Sendable {
    /// The full name, with the tag.
    package var name: String
    /// The digest.
    package var digest: String
    /// Bytes on disk.
    package var size: Int64
    /// The window that it was trained for.
    package var contextLength: Int
    /// What it can do.
    package var capabilities: [String]
    /// The system prompt that its author set.
    package var system: String?
    /// Options that its author set, one on a line.
    package var parameters: String?
    /// How messages become what it reads.
    package var template = "{{ .Prompt }}"
    /// The terms under which it may be used.
    package var license = ""

    /// The layers that it is fetched in, by their digests: the weights, and what comes with them.
    var layers: [(digest: String, size: Int64)] {
        let rest = size / 10
        return [("sha256:\(digest)", size - rest), ("sha256:\(String(digest.reversed()))", rest)]
    }

    /// Makes a model; a name without a tag gets `:latest`.
    package init(
        _ name: String, digest: String = String(repeating: "a1", count: 32),
        size: Int64 = 2_019_393_189, contextLength: Int = 8192,
        capabilities: [String] = ["completion"], system: String? = nil
    ) {
        self.name = name.contains(":") ? name : "\(name):latest"
        self.digest = digest
        self.size = size
        self.contextLength = contextLength
        self.capabilities = capabilities
        self.system = system
    }
}
