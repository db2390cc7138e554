import Chat
import Terminal

/// Reads, runs and shows, until the person leaves.
///
/// No error ends the loop; only `/quit`, Ctrl-D, the end of the input and a cancelled task do.
package struct ReadEvalPrintLoop {
    private let context: CommandContext
    private let lines: any LineSource

    /// Makes a loop.
    ///
    /// - Parameters:
    ///   - context: What commands work with.
    ///   - lines: Where lines come from.
    package init(_ context: CommandContext, lines: any LineSource) {
        self.context = context
        self.lines = lines
    }

    /// Runs until the person leaves.
    package func run() async {
        while !Task.isCancelled {
            do {
                guard let input = try await read() else { return }
                guard try await evaluate(input) else { return }
            } catch {
                if !Task.isCancelled { context.output.report(error) }
            }
        }
    }

    /// The next thing typed, or `nil` at the end of the input.
    private func read() async throws -> Input? {
        let request = LinePromptRequest(
            ">>> ", initialText: context.unsent, placeholder: "Send a message (/help for help)")
        context.unsent = ""
        switch try await lines.readLine(request) {
        case .endOfInput: return nil
        case .interrupted:
            context.output.hint("Press Ctrl-D or type /quit to leave.")
            return .empty
        case .line(let text, let isPasted):
            var typed = text
            var input = InputParser.parse(text, isPasted: isPasted)
            while case .openBlock(let block) = input {
                guard case .line(let more, _) = try await lines.readLine(LinePromptRequest("... "))
                else { return .empty }
                typed += "\n" + more
                input = InputParser.extend(block, with: more)
            }
            if input != .empty { await lines.remember(typed) }
            return input
        }
    }

    /// Does what was typed.
    ///
    /// Returns whether to go on.
    private func evaluate(_ input: Input) async throws -> Bool {
        switch input {
        case .empty, .openBlock: return true
        case .message(let text):
            _ = try await context.perform(.send(text))
            return true
        case .command(let name, let rest):
            let command = try CommandLineParser.parse(name: name, rest: rest)
            switch try await command.run(in: context) {
            case .next: return true
            case .quit: return false
            case .turn(let kind):
                _ = try await context.perform(kind)
                return true
            }
        }
    }
}
