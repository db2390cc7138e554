extension CodeLanguage {
    /// Languages that people write scripts in.
    static let scripts: [CodeLanguage] = [
        CodeLanguage(
            "python py python3",
            keywords: """
                False None True and as assert async await break case class continue def del elif \
                else except finally for from global if import in is lambda match nonlocal not or \
                pass raise return self try while with yield
                """, comments: "#", quotes: "\"\"\" ''' \" '", sigils: "@"),
        CodeLanguage(
            "bash sh shell zsh console fish",
            keywords: """
                alias break case cd continue do done echo elif else esac eval exec exit export fi \
                for function if in local read return set shift source sudo then trap unset until \
                while
                """, comments: "#", sigils: "$"),
        CodeLanguage(
            "powershell ps1 pwsh",
            keywords: """
                begin break catch else elseif end exit finally for foreach function if in param \
                process return switch throw try until while
                """, ignoresCase: true, comments: "#", block: ("<#", "#>"), sigils: "$"),
        CodeLanguage(
            "ruby rb",
            keywords: """
                alias and begin break case class def defined do else elsif end ensure false for if \
                in module next nil not or puts raise redo require rescue retry return self super \
                then true undef unless until when while yield
                """, comments: "#", sigils: "@"),
        CodeLanguage(
            "perl pl",
            keywords: """
                and cmp die do else elsif eq for foreach ge gt if keys last le local lt my ne next no \
                not or our package print push redo require return say shift sub undef unless until \
                use while
                """, comments: "#", sigils: "$@%"),
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
            "makefile make", keywords: "define else endef endif ifdef ifeq ifndef include",
            comments: "#", sigils: "$", nameMark: ":", wordBytes: "-."),
        CodeLanguage(
            "dockerfile docker containerfile",
            keywords: """
                ADD ARG AS CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL RUN SHELL USER \
                VOLUME WORKDIR
                """, comments: "#"),
    ]
}
