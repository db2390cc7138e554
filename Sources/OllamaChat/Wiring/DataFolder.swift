import Chat
import Spool

/// Where the program keeps data of its own.
enum DataFolder {
    /// The folder, or `nil` where the home directory is not known.
    private static var path: String? {
        let home = EnvironmentKey.home.value.map { "\($0)/.local/share" }
        return (EnvironmentKey.dataHome.value ?? home).map { "\($0)/ollama-chat" }
    }

    /// The folder of messages that wait for the store.
    static var spool: SpoolFolder? { path.map { SpoolFolder(path: "\($0)/spool") } }

    /// Everything that is in that folder.
    @Sendable static func waitingMessages() -> [WaitingMessages] { spool?.waiting() ?? [] }
}
