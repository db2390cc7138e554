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
        let isCollection = all || sessions.count > 1
        let path = try await path(for: sessions, in: context)
        let format = try format(for: path)
        let writer = format.makeWriter(isCollection)
        let export = SessionExport(store: context.store, writer: writer)
        guard let path else {
            try await write(export, sessions, to: files, in: context)
            return .next
        }
        let file = try files.create(path, replacing: force)
        let count = try await export.write(sessions, to: file)
        try file.commit()
        context.output.notice("Wrote \(Count.messages(count)) to \(path)")
        return .next
    }

    private func sessions(in context: CommandContext) async throws -> [SessionID] {
        if all { return try await allSessions(in: context.store) }
        if context.door == .prompt { return [try await context.activeSession()] }
        guard !names.isEmpty else { throw REPLError.nothingToExport }
        var found: [SessionID] = []
        for name in names { found.append(try await context.session(name).id) }
        return found
    }

    private func allSessions(in store: any SessionStore) async throws -> [SessionID] {
        var pages = SessionPages(of: store)
        var ids: [SessionID] = []
        while let page = try await pages.next() { ids += page.map(\.id) }
        return ids
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
        _ export: SessionExport, _ sessions: [SessionID], to files: any FileDesk,
        in context: CommandContext
    ) async throws {
        guard context.output.traits(of: .standardOutput).isTerminal else {
            let file = files.standardOutput()
            _ = try await export.write(sessions, to: file)
            return try file.commit()
        }
        let memory = ShownFile()
        _ = try await export.write(sessions, to: memory)
        context.output.result(String(decoding: memory.bytes, as: UTF8.self))
    }
}

/// A file that is shown on the screen in the end.
private final class ShownFile: NewFile {
    private(set) var bytes: [UInt8] = []

    func write(_ bytes: [UInt8]) { self.bytes += bytes }

    func commit() {}
}
