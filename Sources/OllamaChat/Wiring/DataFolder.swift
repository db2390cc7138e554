import Chat
import Spool

/// Where the program keeps data of its own.
enum DataFolder {
    /// The folder of messages that wait for the store, where the home directory is known.
    static var spool: SpoolFolder? {
        folder(.dataHome, orInHome: ".local/share").map { SpoolFolder(path: "\($0)/spool") }
    }

    /// The file of the lines that were typed.
    static var history: String? {
        folder(.stateHome, orInHome: ".local/state").map { "\($0)/history" }
    }

    /// Everything that is in that folder.
    @Sendable static func waitingMessages() -> [WaitingMessages] { spool?.waiting() ?? [] }

    private static func folder(_ key: EnvironmentKey, orInHome folder: String) -> String? {
        let home = EnvironmentKey.home.value.map { "\($0)/\(folder)" }
        return (key.value ?? home).map { "\($0)/ollama-chat" }
    }
}
