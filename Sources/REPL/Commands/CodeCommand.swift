import ArgumentParser
import Chat
import Markdown
import Terminal

/// Copies a block of code, or writes it to a file.
package struct CodeCommand: ChatCommand {
    package static let name = "code"
    package static let usage = "[K] [> FILE]"
    package static let summary = "Copies code of the reply, or writes it to a file."

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "The message with the code, by its number; the last reply unless told.",
            valueName: "n"))
    var message: Int?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file to write, as behind >.", valueName: "file"))
    var output: String?

    @Flag(help: "Replace a file that is there.")
    var force = false

    @Argument(help: "Which block, by its number; of several, they are listed unless told.")
    var block: Int?

    package init() {}

    /// `> FILE` is `--output FILE`, as in a shell.
    package static func arguments(of line: String) -> [String] {
        guard let sign = line.firstIndex(of: ">"), !line[..<sign].contains(where: "\"'".contains)
        else { return Words.split(line) }
        var file = Words.split(String(line[line.index(after: sign)...]))
        if !file.isEmpty { file[0] = "--output=\(file[0])" }
        return Words.split(String(line[..<sign])) + (file.isEmpty ? ["--output"] : file)
    }

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        let (stored, said) = try await context.messageOrReply(message)
        let blocks = FencedCode.blocks(in: said.content)
        guard !blocks.isEmpty else { throw REPLError.noCode(inMessage: stored.number) }
        guard let index = block ?? (blocks.count == 1 ? 1 : nil) else {
            list(blocks, on: context.output)
            return .next
        }
        guard blocks.indices.contains(index - 1) else {
            throw REPLError.noSuchBlock(index, blocks: blocks.count)
        }
        let code = blocks[index - 1]
        let lines = Count.lines(code.lines.count)
        if let output {
            try write(code, to: output, in: context)
            context.output.notice("Wrote \(lines) to \(output)")
        } else {
            let way = try await context.copy(code.text)
            context.output.notice("Copied block \(index), \(lines), \(way).")
        }
        return .next
    }

    package static func completions(
        of text: String, in context: CompletionContext
    ) async -> [Candidate] {
        await OptionCompletion(of: Self.self, text).candidates { _, _ in nil }
    }

    private func list(_ blocks: [FencedCode], on output: Output) {
        output.table(
            TextTable(
                [.init(""), .init("LANGUAGE"), .init("LINES"), .init("BEGINS", isFlexible: true)],
                rows: blocks.enumerated().map { index, block in
                    [
                        .init("\(index + 1)", as: .label),
                        .init(block.language.shortened(to: 20)), .init("\(block.lines.count)"),
                        .init(block.beginning, as: .faint),
                    ]
                }))
        output.hint("/code 1 copies the first of them, /code 1 > FILE writes it.")
    }

    private func write(
        _ code: FencedCode, to path: String, in context: CommandContext
    ) throws {
        guard let files = context.files else { throw REPLError.noFiles }
        let file = try files.create(path, replacing: force)
        try file.write(Array("\(code.text)\n".utf8))
        try file.commit()
    }
}

extension FencedCode {
    /// The first line that says something.
    fileprivate var beginning: String {
        lines.lazy.map(\.onOneLine).first { !$0.isEmpty }?.shortened(to: 200) ?? ""
    }
}
