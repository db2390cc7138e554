/// Where a command can be given.
package enum CommandDoor: Hashable, Sendable {
    /// At the prompt, behind a slash.
    case prompt
    /// In the shell.
    case shell

    /// How the command that lists sessions is called here.
    var listsSessions: String { self == .prompt ? "/sessions" : "ollama-chat list" }

    /// How a deleted session is brought back here.
    var undeletes: String {
        self == .prompt
            ? "/undelete brings it back." : "ollama-chat undelete brings it back."
    }

    /// How the command that lists the trash is called here.
    var listsTrash: String { self == .prompt ? "/trash" : "ollama-chat trash" }

    /// How the command that lists models is called here.
    var listsModels: String { self == .prompt ? "/model" : "ollama-chat models" }

    /// How a model is pulled here.
    func pulls(_ model: String) -> String { "\(listsModels) pull \(model)" }

    /// How a model is talked to from here.
    func talks(to model: String) -> String {
        self == .prompt ? "/model \(model)" : "ollama-chat -m \(model)"
    }
}
