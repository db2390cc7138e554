package import Chat
package import Search

/// Makes vectors of messages while nobody wants anything of the program.
package struct RecallKeeper: Sendable {
    /// How long nothing must have happened.
    private static let patience = Duration.seconds(1)

    private let recall: any Recalling
    private let choice: RecallChoice
    private let server: any ModelServer
    private let warmup: Warmup
    private let gate: IdleGate

    /// Makes a keeper.
    ///
    /// - Parameters:
    ///   - recall: Where vectors are kept.
    ///   - choice: The model that makes them, where one is chosen.
    ///   - server: The server of the model.
    ///   - warmup: What goes before it.
    ///   - gate: When it may work.
    package init(
        _ recall: any Recalling, _ choice: RecallChoice, asking server: any ModelServer,
        after warmup: Warmup, when gate: IdleGate
    ) {
        self.recall = recall
        self.choice = choice
        self.server = server
        self.warmup = warmup
        self.gate = gate
    }

    /// Works until the task is cancelled.
    ///
    /// What goes wrong is not told: the next search says what is wrong with the server, and the
    /// work is tried again the next time that the prompt waits.
    package func run() async {
        for await _ in gate.openings {
            guard let model = choice.model else { continue }
            await gate.run { try? await makeVectors(of: model) }
        }
    }

    private func makeVectors(of model: String) async throws {
        try await Task.sleep(for: Self.patience)
        await warmup.finish()
        try Task.checkCancellation()
        let name = ModelName.full(model)
        while try await recall.makeVectors(
            of: name, { try await server.embed($0, with: name).vectors })
        {
            try Task.checkCancellation()
        }
    }
}
