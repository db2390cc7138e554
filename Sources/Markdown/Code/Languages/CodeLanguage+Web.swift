extension CodeLanguage {
    private static let javaScript = """
        async await break case catch class const continue debugger default delete do else export \
        extends false finally for from function get if import in instanceof let new null of return \
        set static super switch this throw true try typeof undefined var void while with yield
        """

    /// Languages that pages are programmed in.
    static let webFamily: [CodeLanguage] = [
        CodeLanguage(
            "javascript js jsx mjs node", keywords: javaScript, comments: "//",
            block: ("/*", "*/"), quotes: "` \" '"),
        CodeLanguage(
            "typescript ts tsx",
            keywords: javaScript + """
                 abstract any as boolean declare enum implements interface keyof namespace never \
                number private protected public readonly string type unknown
                """, comments: "//", block: ("/*", "*/"), quotes: "` \" '"),
        CodeLanguage(
            "php",
            keywords: """
                abstract and array as break case catch class const continue default do echo else \
                elseif extends false final finally fn for foreach function global if implements \
                include interface isset match namespace new null or private protected public \
                require return static switch this throw trait true try use var while
                """, comments: "// #", block: ("/*", "*/"), sigils: "$"),
        CodeLanguage(
            "dart",
            keywords: """
                abstract as assert async await break case catch class const continue covariant \
                default do dynamic else enum export extends extension external factory false final \
                finally for get if implements import in interface is late library mixin new null on \
                operator part required return set static super switch sync this throw true try \
                typedef var void while with yield
                """, comments: "//", block: ("/*", "*/"), quotes: "\"\"\" \'\'\' \" \'", sigils: "@"
        ),
    ]
}
