import ArgumentParser
import Chat
import Terminal

/// Shows the configuration and where it comes from, or edits its file.
package struct ConfigCommand: ChatCommand {
    package static let name = "config"
    package static let shellName: String? = "config"
    package static let usage = "[show|path|edit]"
    package static let summary = "Shows the configuration, or edits its file."

    /// What to do.
    enum Action: String, CaseIterable, ExpressibleByArgument, Sendable {
        case show, path, edit
    }

    @Argument(help: "Show all keys, tell where the file is, or open it in an editor.")
    var action: Action = .show

    package init() {}

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        guard let desk = context.configuration else { throw REPLError.noConfiguration }
        switch action {
        case .path: context.output.result(try desk.path())
        case .show: try show(try desk.rows(), in: context)
        case .edit:
            // The prompt holds the terminal, and what it began with stays as it is.
            guard context.door == .shell else { throw REPLError.editsInShell }
            try await desk.edit()
        }
        return .next
    }

    package static func completions(
        of text: String, in context: CompletionContext
    ) async -> [Candidate] {
        Action.allCases.map(\.rawValue).filter { $0.hasPrefix(text) }.map { Candidate($0) }
    }

    private func show(_ lines: [ConfigurationLine], in context: CommandContext) throws {
        if context.settings.wantsJSON {
            return try context.output.result(JSONText.of(lines.map(ConfigurationJSON.init)))
        }
        context.output.table(
            TextTable(
                [.init("KEY"), .init("VALUE", isFlexible: true), .init("FROM")],
                rows: lines.map { line in
                    [
                        .init(line.key, as: .label), .init(line.value?.onOneLine ?? ""),
                        .init(line.origin),
                    ]
                }))
    }
}

/// A key as `--json` shows it; of a hidden value there is nothing.
private struct ConfigurationJSON: Encodable {
    private let line: ConfigurationLine

    init(_ line: ConfigurationLine) {
        self.line = line
    }

    private enum Key: String, CodingKey {
        case key, value, hidden, origin
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(line.key, forKey: .key)
        try object.encode(line.isHidden ? nil : line.value, forKey: .value)
        try object.encode(line.isHidden, forKey: .hidden)
        try object.encode(line.origin, forKey: .origin)
    }
}
