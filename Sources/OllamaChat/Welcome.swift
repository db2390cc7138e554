import Chat
import Ollama
import PrivateRedis
import REPL
import Terminal

/// What happens behind the prompt while the person begins to type.
struct Welcome: Sendable {
    private let wiring: Wiring
    private let settings: ChatSettings
    private let isNew: Bool

    /// Makes a welcome.
    ///
    /// - Parameters:
    ///   - wiring: The parts of the program.
    ///   - settings: What was asked for.
    ///   - isNew: Whether a new session begins, of which nothing is shown yet.
    init(_ wiring: Wiring, _ settings: ChatSettings, isNew: Bool) {
        self.wiring = wiring
        self.settings = settings
        self.isNew = isNew
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
            let models = try await wiring.server.models()
            if models.isEmpty { throw REPLError.noModels }
            if isNew { await introduce(models) }
        } catch {
            guard !Task.isCancelled else { return }
            wiring.output.report(
                error, canServe: ModelServerProgram.find(for: wiring.server) != nil)
        }
    }

    private func introduce(_ models: [ModelSummary]) async {
        var model = settings.model ?? settings.defaultModel
        if model == nil { model = await ModelChoice.usual(among: models, wiring.store) }
        if let model { wiring.output.status("A new session with \(model)") }
    }

    private func checkStore() async {
        let isFirst = wiring.isFirstStart
        await wiring.storeLeftovers()
        await wiring.reconcile()
        guard isFirst, await SystemRedisProbe().answers() else { return }
        wiring.output.notice(
            "Sessions are kept in a store of your own. To use the Redis on this machine instead, "
                + "start with --redis \(SystemRedisProbe.usualURL)")
    }
}
