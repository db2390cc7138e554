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
            let bytes = try files.read(path)
            let reading = try TranscriptImport.read(bytes, as: format, now: .now)
            report.problems += reading.problems.map { (path, $0) }
            for index in reading.conversations.indices {
                try Task.checkCancellation()
                try await bringIn(reading, index, in: context, &report)
            }
        }
        try report.show(isDryRun: dryRun, in: context)
        if report.losses > 0 { throw REPLError.leftOut(report.losses) }
        return .next
    }

    private func bringIn(
        _ reading: ImportReading, _ index: Int, in context: CommandContext,
        _ report: inout ImportReport
    ) async throws {
        guard let copy = SessionCopy(reading, index) else { return }
        let isNew: Bool
        if report.ids.contains(copy.id) {
            isNew = false
        } else if dryRun {
            isNew = try await context.store.find(copy.id.text).isEmpty
        } else {
            isNew = try await context.store.insert(copy)
        }
        report.take(copy, isNew: isNew)
    }
}

/// What came of an import.
private struct ImportReport {
    /// As many problems as are shown to people.
    private static let mostProblems = 20

    private(set) var ids: [SessionID] = []
    private var names: [String] = []
    private var messages = 0
    private var known = 0
    var problems: [(path: String, problem: ImportProblem)] = []

    /// How many things were left out.
    var losses: Int { problems.count { $0.problem.kind == .loss } }

    mutating func take(_ copy: SessionCopy, isNew: Bool) {
        guard isNew else {
            known += 1
            return
        }
        ids.append(copy.id)
        names.append(copy.name ?? "")
        messages += copy.messages.count
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
        let old = known > 0 ? "; \(known) were there already" : ""
        output.notice(
            "\(verb) \(Count.sessions(ids.count)) with \(Count.messages(messages))\(old).")
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
