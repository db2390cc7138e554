import Chat
import Ollama
import PrivateRedis
import REPL
import Terminal

/// What happens behind the prompt while the person begins to type.
struct Welcome: Sendable {
    private let wiring: Wiring
    private let model: String?

    init(_ wiring: Wiring, model: String?) {
        self.wiring = wiring
        self.model = model
    }

    /// Says how things stand where they are not as they should be, and brings the lists up to
    /// date.
    func run() async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await checkModels() }
            group.addTask { await checkStore() }
        }
    }

    private func checkModels() async {
        do {
            if try await wiring.server.models().isEmpty { throw REPLError.noModels }
        } catch {
            guard !Task.isCancelled else { return }
            wiring.output.report(error)
            if ModelServerProgram.find(for: wiring.server) != nil {
                wiring.output.hint("/serve starts it here. Sessions can be read without it.")
            }
        }
    }

    private func checkStore() async {
        let isFirst = wiring.isFirstStart
        await wiring.reconcile()
        guard isFirst, await SystemRedisProbe().answers() else { return }
        wiring.output.notice(
            "Sessions are kept in a store of your own. To use the Redis on this machine instead, "
                + "start with --redis \(SystemRedisProbe.usualURL)")
    }
}
