import ArgumentParser
import Chat
import Terminal

/// Lists the models that the server has in memory.
package struct LoadedCommand: ChatCommand {
    package static let name = "ps"
    package static let shellName: String? = "ps"
    package static let summary = "Lists the models that are in memory."

    package init() {}

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        let models = try await context.server.loadedModels()
        if context.settings.wantsJSON {
            try context.output.result(JSONText.of(models.map(LoadedJSON.init)))
            return .next
        }
        guard !models.isEmpty else {
            context.output.notice("No model is in memory.")
            return .next
        }
        let columns: [TextTable.Column] = [
            .init("MODEL", isFlexible: true), .init("SIZE", alignment: .trailing), .init("ON"),
            .init("CONTEXT", alignment: .trailing), .init("UNTIL"),
        ]
        context.output.table(TextTable(columns, rows: models.map(Self.row)))
        return .next
    }

    private static func row(_ model: LoadedModel) -> [TextTable.Cell] {
        [
            .init(model.name), .init(model.size.map(ByteCount.text) ?? ""),
            .init(place(of: model)), .init(model.contextLength.map(String.init) ?? ""),
            .init(model.expiresAt.map(end) ?? ""),
        ]
    }

    /// Which processor has it.
    private static func place(of model: LoadedModel) -> String {
        guard let size = model.size, size > 0, let part = model.sizeOnGPU else { return "" }
        if part <= 0 { return "CPU" }
        return part >= size ? "GPU" : "\(part * 100 / size) % GPU"
    }

    /// When it goes; a server that keeps it for ever names a moment centuries ahead.
    private static func end(_ moment: Timestamp) -> String {
        let seconds = moment.seconds - Timestamp.now.seconds
        if seconds > 10 * 365 * 86_400 { return "for ever" }
        return "in \(DurationText.text(of: .seconds(max(0, Int(seconds)))))"
    }
}

/// A loaded model as `--json` shows it.
private struct LoadedJSON: Encodable {
    let name: String
    let size: Int64?
    let size_on_gpu: Int64?
    let context_length: Int?
    let expires_at: Double?

    init(_ model: LoadedModel) {
        name = model.name
        size = model.size
        size_on_gpu = model.sizeOnGPU
        context_length = model.contextLength
        expires_at = model.expiresAt?.seconds
    }
}
