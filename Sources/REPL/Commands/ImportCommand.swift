import ArgumentParser
import Chat
import Terminal
import Transcripts

/// Brings in conversations that this or another program exported.
package struct ImportCommand: ChatCommand {
    package static let name = "import"
    package static let shellName: String? = "import"
    package static let usage = "FILE"
    package static let summary = "Brings in conversations, also of other programs."

    @Option(name: .shortAndLong, help: "The format of the file; found out unless told.")
    var format: String?

    @Flag(help: "Say what would be brought in, and change nothing.")
    var dryRun = false

    @Argument(help: "The files; - is the standard input.", completion: .file())
    var paths: [String]

    package init() {}

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        guard let files = context.files else { throw REPLError.noFiles }
        var report = ImportReport()
        for path in paths {
            if path == "-", context.door == .prompt { throw REPLError.inputIsTheKeyboard }
            let source = MeteredSource(try files.open(path))
            var transcript = try TranscriptImport(of: source, as: format, now: .now)
            let progress = Progress(context.output, "Importing", .count("kB"))
            defer { progress.stop() }
            source.show(on: progress)
            while let reading = try transcript.next() {
                report.problems += reading.problems.map { (path, $0) }
                try await bringIn(reading, in: context, &report)
            }
        }
        try report.show(isDryRun: dryRun, in: context)
        if report.losses > 0 { throw REPLError.leftOut(report.losses) }
        return .next
    }

    private func bringIn(
        _ reading: ImportReading, in context: CommandContext, _ report: inout ImportReport
    ) async throws {
        var ids: [SessionID?] = []
        for (index, conversation) in reading.conversations.enumerated() {
            try Task.checkCancellation()
            let path = reading.path(of: index)
            let parent = conversation.branch.flatMap { ids[$0.parent] }
            ids.append(
                try await bringIn(conversation, path, parent, into: context.store, &report))
        }
    }

    /// Brings in a session unless it is there already, and gives the id that it has.
    private func bringIn(
        _ conversation: ImportedConversation, _ path: ImportedPath, _ parent: SessionID?,
        into store: any SessionStore, _ report: inout ImportReport
    ) async throws -> SessionID? {
        guard let id = conversation.id else { return nil }
        let known = report.has(id) ? id : try await store.session(of: conversation, path)
        let copy = SessionCopy(conversation, id: id, path: path, parent: parent)
        guard known == nil else {
            report.take(copy, path.count, isNew: false)
            return known
        }
        var isNew = true
        if !dryRun {
            isNew = try await store.insert(copy) { position in
                try path.messages(from: position).map { .init($0.message, at: $0.timestamp) }
            }
        }
        report.take(copy, path.count, isNew: isNew)
        return id
    }
}

/// What came of an import.
private struct ImportReport {
    /// As many problems as are shown to people.
    private static let mostProblems = 20

    private var ids: [SessionID] = []
    private var idSet: Set<SessionID> = []
    private var names: [String] = []
    private var messages = 0
    private var known = 0
    var problems: [(path: String, problem: ImportProblem)] = []

    /// How many things were left out.
    var losses: Int { problems.count { $0.problem.kind == .loss } }

    /// Whether a session was brought in by this import.
    func has(_ id: SessionID) -> Bool { idSet.contains(id) }

    mutating func take(_ copy: SessionCopy, _ count: Int, isNew: Bool) {
        guard isNew else {
            known += 1
            return
        }
        ids.append(copy.id)
        idSet.insert(copy.id)
        names.append(copy.name ?? "")
        messages += count
    }

    func show(isDryRun: Bool, in context: CommandContext) throws {
        let output = context.output
        if context.settings.wantsJSON { return try output.result(JSONText.of(json)) }
        for (path, problem) in problems.prefix(Self.mostProblems) {
            let sentence = "\(path), \(problem.place): \(problem.sentence)"
            if problem.kind == .loss { output.warning(sentence) } else { output.notice(sentence) }
        }
        if problems.count > Self.mostProblems {
            output.hint("… and \(problems.count - Self.mostProblems) more remarks. --json has all.")
        }
        let verb = isDryRun ? "Would bring in" : "Brought in"
        let others = known > 0 ? "; \(known) were there already" : ""
        output.notice(
            "\(verb) \(Count.sessions(ids.count)) with \(Count.messages(messages))\(others).")
        guard !isDryRun, !ids.isEmpty else { return }
        context.list = .sessions(ids)
        if context.door == .prompt { output.hint("/open #1 opens the first of them.") }
    }

    private var json: ImportJSON {
        ImportJSON(
            sessions: zip(ids, names).map { .init(id: $0.text, name: $1) }, known: known,
            messages: messages,
            problems: problems.map {
                .init(
                    file: $0.path, place: $0.problem.place, sentence: $0.problem.sentence,
                    is_loss: $0.problem.kind == .loss)
            })
    }
}

/// An import as `--json` shows it.
private struct ImportJSON: Encodable {
    struct Imported: Encodable {
        let id: String
        let name: String
    }

    struct Problem: Encodable {
        let file: String
        let place: String
        let sentence: String
        let is_loss: Bool
    }

    let sessions: [Imported]
    let known: Int
    let messages: Int
    let problems: [Problem]
}
