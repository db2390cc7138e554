extension CodeLanguage {
    /// Languages of pages and of how they look.
    static let markup: [CodeLanguage] = [
        CodeLanguage(
            "html xml svg vue", block: ("<!--", "-->"), hasTags: true, nameMark: "=",
            wordBytes: "-:"),
        CodeLanguage(
            "css scss less",
            keywords: "important media supports import keyframes from to and not only",
            block: ("/*", "*/"), sigils: "@", nameMark: ":", wordBytes: "-"),
    ]
}
