import Chat

extension REPLError {
    static let nothingToSearch = REPLError(
        .usage, "There is nothing to look for.", hint: "Write the text behind the command.")

    static let noActiveSession = REPLError(
        .usage, "No session is active in the shell, so in:this and in:branch mean nothing.",
        hint: "Use session:NAME.")

    static let noIndex = REPLError(
        .usage, "There is no store in Redis here, and so no search index.",
        hint: "Start without --quick.")

    static func foundNoMore(_ number: Int, in session: Session) -> REPLError {
        REPLError(
            .notFound, "Message \(number) of \(session.title) is not there any more.",
            hint: "/search finds what is there now.")
    }
}
