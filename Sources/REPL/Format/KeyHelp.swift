/// The keys that a new user needs to know, for `/help`.
enum KeyHelp {
    static let text = """

        Enter sends. Ctrl-J, Alt-Enter or a backslash before Enter begin a new line,
        and \"\"\" opens a block that another \"\"\" closes. A paste never sends itself.
        Ctrl-C stops a reply or clears the line; Ctrl-D on an empty line leaves.
        Up and Down recall earlier lines, Ctrl-R searches them, and Right or End takes
        what is shown faintly behind the cursor. A line that begins with a space is not
        kept. Tab completes commands, sessions, models, and files behind @: a file that
        a message names as @PATH goes along with it, and %% stands for the last reply.
        /help keys lists all keys.
        """
}
