extension CodeLanguage {
    /// Younger languages that are compiled.
    static let systems: [CodeLanguage] = [
        CodeLanguage(
            "swift",
            keywords: """
                actor any as associatedtype async await break case catch class continue default \
                defer deinit do else enum extension fallthrough false fileprivate for func guard if \
                import in init inout internal is let mutating nil open operator private protocol \
                public repeat rethrows return self Self some static struct subscript super switch \
                throw throws true try typealias var where while
                """, comments: "//", block: ("/*", "*/"), quotes: "\"\"\" \"", sigils: "@#"),
        CodeLanguage(
            "go golang",
            keywords: """
                any bool break byte case chan const continue default defer else error fallthrough \
                false float64 for func go goto if import int int64 interface iota make map nil \
                package range return rune select string struct switch true type uint var
                """, comments: "//", block: ("/*", "*/"), quotes: "` \" '"),
        CodeLanguage(
            "rust rs",
            keywords: """
                as async await bool break const continue crate dyn else enum extern f64 false fn for \
                i32 i64 if impl in let loop match mod move mut pub ref return self Self static str \
                struct super trait true type u8 u32 u64 unsafe use usize where while
                """, comments: "//", block: ("/*", "*/"), quotes: "\""),
        CodeLanguage(
            "zig",
            keywords: """
                and anytype break catch comptime const continue defer else enum errdefer error export \
                extern false fn for if inline null or orelse packed pub return struct switch test true \
                try undefined union unreachable usingnamespace var void while
                """, comments: "//", sigils: "@"),
    ]
}
