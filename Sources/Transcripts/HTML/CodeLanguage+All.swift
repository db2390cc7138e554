extension CodeLanguage {
    private static let c = """
        auto bool break case char const continue default do double else enum extern false float for \
        goto if inline int long nullptr NULL register return short signed sizeof static struct \
        switch true typedef union unsigned void volatile while
        """

    private static let javaScript = """
        async await break case catch class const continue debugger default delete do else export \
        extends false finally for from function get if import in instanceof let new null of return \
        set static super switch this throw true try typeof undefined var void while with yield
        """

    /// The languages that people ask models about most.
    static let all: [CodeLanguage] = [
        CodeLanguage(
            "python py python3",
            keywords: """
                False None True and as assert async await break case class continue def del elif \
                else except finally for from global if import in is lambda match nonlocal not or \
                pass raise return self try while with yield
                """, comments: "#", quotes: "\"\"\" ''' \" '"),
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
            "swift",
            keywords: """
                actor any as associatedtype async await break case catch class continue default \
                defer deinit do else enum extension fallthrough false fileprivate for func guard if \
                import in init inout internal is let mutating nil open operator private protocol \
                public repeat rethrows return self Self some static struct subscript super switch \
                throw throws true try typealias var where while
                """, comments: "//", block: ("/*", "*/"), quotes: "\"\"\" \""),
        CodeLanguage("c h", keywords: c, comments: "//", block: ("/*", "*/")),
        CodeLanguage(
            "cpp c++ cc hpp cxx arduino",
            keywords: c + """
                 class concept constexpr delete explicit friend mutable namespace new noexcept \
                operator override private protected public requires template this throw try catch \
                typename using virtual
                """, comments: "//", block: ("/*", "*/")),
        CodeLanguage(
            "csharp cs c#",
            keywords: c + """
                 abstract as async await base class decimal delegate event finally foreach get \
                in interface internal is lock namespace new null object out override params private \
                protected public readonly record ref sealed set string this throw try catch using \
                var virtual
                """, comments: "//", block: ("/*", "*/"), quotes: "\"\"\" \" '"),
        CodeLanguage(
            "java kotlin kt scala",
            keywords: """
                abstract as boolean break byte case catch char class companion continue data def \
                default do double else enum extends false final finally float for fun if implements \
                import in instanceof int interface is long match new null object override package \
                private protected public record return sealed short static super switch this throw \
                throws trait true try val var void when while with
                """, comments: "//", block: ("/*", "*/"), quotes: "\"\"\" \" '"),
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
            "bash sh shell zsh console fish",
            keywords: """
                alias break case cd continue do done echo elif else esac eval exec exit export fi \
                for function if in local read return set shift source sudo then trap unset until \
                while
                """, comments: "#"),
        CodeLanguage(
            "powershell ps1 pwsh",
            keywords: """
                begin break catch else elseif end exit finally for foreach function if in param \
                process return switch throw try until while
                """, ignoresCase: true, comments: "#", block: ("<#", "#>")),
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
        CodeLanguage("json jsonc json5", keywords: "true false null", comments: "//"),
        CodeLanguage("yaml yml", keywords: "true false null yes no", comments: "#"),
        CodeLanguage(
            "toml ini conf", keywords: "true false", comments: "# ;", quotes: "\"\"\" \" '"),
        CodeLanguage(
            "html xml svg vue", block: ("<!--", "-->"), hasTags: true),
        CodeLanguage(
            "css scss less",
            keywords: "important media supports import keyframes from to and not only",
            block: ("/*", "*/")),
        CodeLanguage(
            "php",
            keywords: """
                abstract and array as break case catch class const continue default do echo else \
                elseif extends false final finally fn for foreach function global if implements \
                include interface isset match namespace new null or private protected public \
                require return static switch this throw trait true try use var while
                """, comments: "// #", block: ("/*", "*/")),
        CodeLanguage(
            "ruby rb",
            keywords: """
                alias and begin break case class def defined do else elsif end ensure false for if \
                in module next nil not or puts raise redo require rescue retry return self super \
                then true undef unless until when while yield
                """, comments: "#"),
        CodeLanguage(
            "lua",
            keywords: """
                and break do else elseif end false for function goto if in local nil not or repeat \
                return then true until while
                """, comments: "--", block: ("--[[", "]]")),
        CodeLanguage(
            "r",
            keywords:
                "break else FALSE for function if in library next NULL repeat return TRUE while",
            comments: "#"),
        CodeLanguage(
            "dockerfile docker containerfile",
            keywords: """
                ADD ARG AS CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL RUN SHELL USER \
                VOLUME WORKDIR
                """, comments: "#"),
        CodeLanguage(
            "makefile make", keywords: "define else endef endif ifdef ifeq ifndef include",
            comments: "#"),
    ]
}
