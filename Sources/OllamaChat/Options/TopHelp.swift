import ArgumentParser

/// The help of the program itself: what one can say at once, and the commands.
///
/// The parser shows the options of a command only in that command's help; chatting is what most
/// people come for.
enum TopHelp {
    /// The message that the parser made, or the help of the program where that was asked for.
    static func text(insteadOf message: String) -> String {
        let own = OllamaChat.helpMessage()
        guard message.trimmingNewlines == own.trimmingNewlines else { return message }
        let chat = ShellChat.helpMessage()
        guard let arguments = chat.firstRange(of: "ARGUMENTS:"),
            let commands = own.firstRange(of: "SUBCOMMANDS:"),
            let overview = own.firstRange(of: "USAGE:")
        else { return message }
        return """
            \(own[..<overview.lowerBound])USAGE: ollama-chat [<options>] [<prompt> ...]
                   ollama-chat <subcommand> ...

            \(chat[arguments.lowerBound...])
            \(own[commands.lowerBound...])
            """
    }
}

extension String {
    fileprivate var trimmingNewlines: Substring {
        let start = drop(while: \.isNewline)
        return start.lastIndex { !$0.isNewline }.map { start[...$0] } ?? start
    }
}
