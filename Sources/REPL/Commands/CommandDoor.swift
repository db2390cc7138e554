/// Where a command can be given.
package enum CommandDoor: Hashable, Sendable {
    /// At the prompt, behind a slash.
    case prompt
    /// In the shell.
    case shell
}
