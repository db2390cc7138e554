import Ollama
import REPL
import Terminal

/// Says which versions of everything are at work.
enum VersionReport {
    /// Shows the version of the program, and those of the servers that answer at once.
    ///
    /// - Parameter options: What was asked for.
    /// - Throws: ``OutputError`` where it cannot be shown.
    static func show(_ options: SharedOptions) async throws(OutputError) {
        let output = Output(environment: ProcessEnvironment.variables)
        output.result("ollama-chat \(Version.text)")
        do {
            let servers = try RunningServers(try options.configuration())
            async let store = servers.storeVersion()
            async let modelServer = servers.modelServerVersion()
            if let address = servers.address {
                output.result("store: \(await store ?? "away,") at \(address)")
            }
            let version = await modelServer
            output.result("Ollama \(version ?? "is away,") at \(servers.server.address)")
        } catch {
            output.report(error)
        }
        if let words = output.writeFailure { throw OutputError(words: words) }
    }
}
