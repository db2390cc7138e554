import Chat
import Ollama
import Spawning

/// The Ollama that is installed on this machine.
struct ModelServerProgram: Sendable {
    private static let timeout = Duration.seconds(20)

    private let path: String
    private let server: OllamaClient

    /// Finds the program, where it could serve at the address that is used.
    static func find(for server: OllamaClient) -> ModelServerProgram? {
        guard server.isLocal,
            let path = ProgramSearch.find(["ollama"], in: ProcessEnvironment.variables)
        else { return nil }
        return ModelServerProgram(path: path, server: server)
    }

    /// Starts the server and returns when it answers.
    ///
    /// It outlives this program.
    func start() async throws {
        let environment = ProcessEnvironment.variables
        let process = try DetachedProcess(
            path, ["serve"], environment: environment, logPath: "/dev/null")
        let end = ContinuousClock.now + Self.timeout
        while ContinuousClock.now < end, !process.hasEnded() {
            if (try? await server.version()) != nil { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw ServeError(path: path, hasEnded: process.hasEnded())
    }
}

/// The model server did not come up.
private struct ServeError: ChatFailure {
    let path: String
    let hasEnded: Bool

    var kind: ChatFailureKind { .modelServer }
    var description: String {
        hasEnded
            ? "\(path) serve ended at once." : "\(path) serve was started but does not answer."
    }
    var hint: String? { "Run `ollama serve` in another terminal to see why." }
}
