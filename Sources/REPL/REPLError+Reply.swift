import Chat

extension REPLError {
    static func unreadable(_ number: Int) -> REPLError {
        REPLError(
            .general, "Message \(number) cannot be read.",
            hint: "Another program may have written it.")
    }

    static let noReply = REPLError(
        .notFound, "There is no reply in this session yet.", hint: "Type a message first.")

    static let tooLongToCopy = REPLError(
        .general, "This is too long for the clipboard of a terminal, which takes 75 kB.",
        hint: "/pipe gives it to a program, /export writes it to a file.")

    static let noClipboard = REPLError(
        .general, "There is no clipboard here.", hint: "/pipe gives the text to a program.")

    static func noCode(inMessage number: Int) -> REPLError {
        REPLError(
            .notFound, "There is no block of code in message \(number).",
            hint: "/code --message N looks into another one.")
    }

    static func noSuchBlock(_ number: Int, blocks: Int) -> REPLError {
        REPLError(
            .notFound,
            blocks == 1
                ? "There is no block \(number), only one."
                : "There is no block \(number), only 1 to \(blocks).",
            hint: "/code lists them.")
    }

    static let noPrograms = REPLError(.usage, "No programs can be run here.")

    static func noNotification(_ word: String) -> REPLError {
        REPLError(
            .usage, "“\(word.onOneLine.shortened(to: 20))” is no notification.",
            hint: "Type /set notify \(ReplyNotification.Kind.allCases.map(\.rawValue).alternatives)"
        )
    }

    static func noSeconds(_ word: String) -> REPLError {
        REPLError(
            .usage, "“\(word.onOneLine.shortened(to: 20))” is no number of seconds.",
            hint: "Type something like /set notify_after 30")
    }
}
