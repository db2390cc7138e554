import ArgumentParser
import Chat
import Search
import Terminal

/// Shows what the search index is like, or removes it.
package struct IndexCommand: ChatCommand {
    package static let name = "index"
    package static let shellName: String? = "index"
    package static let usage = "[status|remove]"
    package static let summary = "Shows the search index, or removes it."

    /// What to do.
    enum Action: String, CaseIterable, ExpressibleByArgument, Sendable {
        case status, remove
    }

    @Argument(help: "Show how large it is and how far behind, or remove it.")
    var action: Action = .status

    package init() {}

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        let index = try context.searchIndex()
        switch action {
        case .status: try await show(index, in: context)
        case .remove:
            try await index.removeIndex()
            try await context.recall?.removeVectors()
            context.output.notice(
                "The search index is removed. Searches read everything until there is one again.")
        }
        return .next
    }

    package static func completions(
        of text: String, in context: CompletionContext
    ) async -> [Candidate] {
        Action.allCases.map(\.rawValue).filter { $0.hasPrefix(text) }.map { Candidate($0) }
    }

    /// How far the vectors of the chosen model are, where one is chosen.
    private func vectors(in context: CommandContext) async throws -> VectorStatus? {
        guard let model = context.recallChoice.model else { return nil }
        return try await context.recall?.vectorStatus(of: ModelName.full(model))
    }

    private static func text(of vectors: VectorStatus) -> String {
        let share = Percent.text(Double(vectors.covered) / Double(max(1, vectors.messages)))
        return "\(vectors.covered) of \(vectors.messages) messages (\(share)), "
            + ByteCount.text(of: Int64(vectors.bytes))
    }

    private func show(_ index: any SearchIndexing, in context: CommandContext) async throws {
        let spinner = context.output.spinner("Comparing the index with the store")
        defer { spinner.stop() }
        let status = try await index.indexStatus()
        let vectors = try await vectors(in: context)
        spinner.stop()
        if context.settings.wantsJSON {
            return try context.output.result(JSONText.of(status.map { IndexJSON($0, vectors) }))
        }
        guard let status else {
            context.output.notice(
                "There is no search index; everything is read. \(context.door.reindexes)")
            if let vectors { context.output.notice("Vectors: \(Self.text(of: vectors)).") }
            return
        }
        let behind =
            status.sessionsBehind == 0
            ? "nothing" : Count.sessions(status.sessionsBehind)
        let share = Percent.text(
            Double(status.documents) / Double(max(1, status.messages)))
        context.output.table(
            TextTable(
                [.init("SEARCH INDEX"), .init("")],
                rows: ([
                    ["messages", "\(status.documents) of \(status.messages) (\(share))"],
                    ["terms", "\(status.terms)"],
                    ["memory", ByteCount.text(of: Int64(status.bytes))],
                    ["behind by", behind],
                ] + (vectors.map { [["vectors", Self.text(of: $0)]] } ?? [])).map { row in
                    [.init(row[0], as: .label), .init(row[1])]
                }))
    }
}

/// Makes the search index anew.
package struct ReindexCommand: ChatCommand {
    package static let name = "reindex"
    package static let shellName: String? = "reindex"
    package static let summary = "Makes the search index anew."

    package init() {}

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        let index = try context.searchIndex()
        let progress = Progress(context.output, "Indexing", .count("messages"))
        defer { progress.stop() }
        try await index.reindex { progress.report($0, of: $1) }
        progress.stop()
        context.output.notice("The search index is made anew.")
        return .next
    }
}

extension CommandContext {
    /// The index that is searched.
    ///
    /// - Throws: ``REPLError`` where there can be none.
    fileprivate func searchIndex() throws -> any SearchIndexing {
        guard let index else { throw REPLError.noIndex }
        return index
    }
}

extension CommandDoor {
    /// How the index is made.
    fileprivate var reindexes: String {
        self == .prompt ? "/reindex makes one." : "ollama-chat reindex makes one."
    }
}

/// The index as `--json` shows it.
private struct IndexJSON: Encodable {
    private let status: IndexStatus
    private let vectors: VectorStatus?

    init(_ status: IndexStatus, _ vectors: VectorStatus?) {
        self.status = status
        self.vectors = vectors
    }

    private enum Key: String, CodingKey {
        case documents, messages, terms, bytes
        case sessionsBehind = "sessions_behind"
        case vectors, vectorBytes = "vector_bytes"
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(status.documents, forKey: .documents)
        try object.encode(status.messages, forKey: .messages)
        try object.encode(status.terms, forKey: .terms)
        try object.encode(status.bytes, forKey: .bytes)
        try object.encode(status.sessionsBehind, forKey: .sessionsBehind)
        try object.encodeIfPresent(vectors?.covered, forKey: .vectors)
        try object.encodeIfPresent(vectors?.bytes, forKey: .vectorBytes)
    }
}
