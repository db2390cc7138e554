import ArgumentParser
import Chat
import Terminal
import Transcripts

/// Writes sessions to a file or to the standard output.
package struct ExportCommand: ChatCommand {
    package static let name = "export"
    package static let shellName: String? = "export"
    package static let usage = "[FILE]"
    package static let summary = "Writes the session to a file: JSON, Markdown, HTML."

    @Option(
        name: .shortAndLong,
        help: "json, jsonl, markdown, html or text; what the name of the file says unless told.")
    var format: String?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file to write; the standard output unless told.", valueName: "file")
    )
    var output: String?

    @Flag(help: "All sessions.")
    var all = false

    @Flag(help: "Replace a file that is there.")
    var force = false

    @Argument(help: "The sessions; at the prompt, the file.", completion: .sessions)
    var names: [String] = []

    package init() {}

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        guard let files = context.files else { throw REPLError.noFiles }
        let sessions = try await sessions(in: context)
        let isCollection = all || sessions.ids.count > 1
        let path = try await path(for: sessions.ids, in: context)
        let format = try format(for: path)
        let writer = format.makeWriter(isCollection)
        let export = SessionExport(store: context.store, writer: writer)
        guard let path else {
            try await write(export, sessions, to: files, in: context)
            return .next
        }
        let file = try files.create(path, replacing: force)
        let count = try await write(export, sessions, to: file, in: context)
        try file.commit()
        context.output.notice("Wrote \(Count.messages(count)) to \(path)")
        return .next
    }

    /// What is written: ids, for there may be many sessions, and how many messages they have.
    private struct Chosen {
        var ids: [SessionID] = []
        var messages = 0

        mutating func add(_ session: Session) {
            ids.append(session.id)
            messages += session.messageCount
        }
    }

    private func sessions(in context: CommandContext) async throws -> Chosen {
        var chosen = Chosen()
        if all {
            var pages = SessionPages(of: context.store)
            while let page = try await pages.next() { for session in page { chosen.add(session) } }
        } else if context.door == .prompt {
            chosen.add(try await context.activeSessionNow())
        } else {
            guard !names.isEmpty else { throw REPLError.nothingToExport }
            for name in names { chosen.add(try await context.session(name)) }
        }
        return chosen
    }

    /// Where to write: what was said, or at the prompt a name made of the session's.
    private func path(for sessions: [SessionID], in context: CommandContext) async throws -> String?
    {
        if let output { return output == "-" ? nil : output }
        guard context.door == .prompt else { return nil }
        if let first = names.first {
            guard names.count == 1 else { throw REPLError.oneFile }
            return first
        }
        let ending = try format.map { try TranscriptFormat.named($0).fileEndings[0] } ?? "json"
        let name = await context.conversation.name ?? sessions[0].text
        return FileName.make(of: name, ending: ending)
    }

    private func format(for path: String?) throws -> TranscriptFormat {
        if let format { return try .named(format) }
        return try path.flatMap(TranscriptFormat.ofFile) ?? .named("json")
    }

    /// Writes to the standard output; what a terminal shows passes the sanitiser.
    private func write(
        _ export: SessionExport, _ sessions: Chosen, to files: any FileDesk,
        in context: CommandContext
    ) async throws {
        guard context.output.traits(of: .standardOutput).isTerminal else {
            let file = files.standardOutput()
            _ = try await write(export, sessions, to: file, in: context)
            return try file.commit()
        }
        let memory = ShownFile()
        _ = try await write(export, sessions, to: memory, in: context)
        context.output.result(String(decoding: memory.bytes, as: UTF8.self))
    }

    /// Writes sessions, and shows how far that is.
    private func write(
        _ export: SessionExport, _ sessions: Chosen, to file: any NewFile,
        in context: CommandContext
    ) async throws -> Int {
        let progress = Progress(context.output, "Exporting", .count("messages"))
        defer { progress.stop() }
        return try await export.write(sessions.ids, to: file) {
            progress.report($0, of: max($0, sessions.messages))
        }
    }
}

/// A file that is shown on the screen in the end.
private final class ShownFile: NewFile {
    private(set) var bytes: [UInt8] = []

    func write(_ bytes: [UInt8]) { self.bytes += bytes }

    func commit() {}
}
