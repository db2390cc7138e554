extension CodeLanguage {
    private static let c = """
        auto bool break case char const continue default do double else enum extern false float for \
        goto if inline int long nullptr NULL register return short signed sizeof static struct \
        switch true typedef union unsigned void volatile while
        """

    /// C, and languages that took their looks from it.
    static let cFamily: [CodeLanguage] = [
        CodeLanguage("c h", keywords: c, comments: "//", block: ("/*", "*/"), sigils: "#"),
        CodeLanguage(
            "cpp c++ cc hpp cxx arduino",
            keywords: c + """
                 class concept constexpr delete explicit friend mutable namespace new noexcept \
                operator override private protected public requires template this throw try catch \
                typename using virtual
                """, comments: "//", block: ("/*", "*/"), sigils: "#"),
        CodeLanguage(
            "csharp cs c#",
            keywords: c + """
                 abstract as async await base class decimal delegate event finally foreach get \
                in interface internal is lock namespace new null object out override params private \
                protected public readonly record ref sealed set string this throw try catch using \
                var virtual
                """, comments: "//", block: ("/*", "*/"), quotes: "\"\"\" \" '", sigils: "#"),
        CodeLanguage(
            "java kotlin kt scala",
            keywords: """
                abstract as boolean break byte case catch char class companion continue data def \
                default do double else enum extends false final finally float for fun if implements \
                import in instanceof int interface is long match new null object override package \
                private protected public record return sealed short static super switch this throw \
                throws trait true try val var void when while with
                """, comments: "//", block: ("/*", "*/"), quotes: "\"\"\" \" '", sigils: "@"),
    ]
}
