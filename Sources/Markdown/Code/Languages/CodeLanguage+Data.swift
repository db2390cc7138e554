extension CodeLanguage {
    /// Languages of data and of questions to it.
    static let data: [CodeLanguage] = [
        CodeLanguage(
            "sql mysql postgresql postgres sqlite",
            keywords: """
                add all alter and as asc begin between by case check column commit constraint \
                create cross database default delete desc distinct drop else end exists foreign \
                from full group having if in index inner insert into is join key left like limit \
                not null offset on or order outer primary references returning right rollback \
                select set table then transaction union unique update using values view when where \
                with
                """, ignoresCase: true, comments: "--", block: ("/*", "*/")),
        CodeLanguage(
            "json jsonc json5", keywords: "true false null", comments: "//", quotesNames: true),
        CodeLanguage(
            "yaml yml", keywords: "true false null yes no", comments: "#", nameMark: ":",
            wordBytes: "-./"),
        CodeLanguage(
            "toml ini conf", keywords: "true false", comments: "# ;", quotes: "\"\"\" \" '",
            nameMark: "=", wordBytes: "-."),
        CodeLanguage("diff patch", isDifference: true),
    ]
}
