import TestSupport

/// Starts the probe on a screen, and waits for its prompt.
func makeScreen(
    _ arguments: String..., environment: [String: String] = [:], home: TemporaryFolder? = nil,
    columns: Int = 80, rows: Int = 24
) async throws -> TerminalScreen {
    let screen = try TerminalScreen(
        BuiltProgram.path("editor-probe"), arguments, environment: environment, home: home,
        columns: columns, rows: rows)
    try await screen.waitForText("ask> ")
    return screen
}

/// Starts the probe on a terminal of bytes, and waits for its prompt.
func makeTerminal(
    _ arguments: String..., environment: [String: String] = [:], home: TemporaryFolder? = nil
) async throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
        BuiltProgram.path("editor-probe"), arguments, environment: environment, home: home)
    try await terminal.waitForOutput("ask> ")
    return terminal
}
