import ArgumentParser
import Chat
import REPL
import Terminal

/// Tells errors that end the program.
enum Complaint {
    /// Shows an error, and says with which status to leave.
    static func status(for error: any Error) -> ExitStatus {
        switch error {
        case let status as ExitStatus: return status
        case let signal as Signals.Received: return ExitStatus(rawValue: 128 + signal.number)
        default: break
        }
        let output = Output(environment: ProcessEnvironment.variables)
        if let failure = error as? any ChatFailure {
            output.report(failure)
            return .of(failure.kind)
        }
        if error is CancellationError { return .interrupted }
        switch OllamaChat.exitCode(for: error) {
        case .success:
            // Help was asked for.
            output.result(TopHelp.text(insteadOf: OllamaChat.fullMessage(for: error)))
            guard let words = output.writeFailure else { return .success }
            output.report(OutputError(words: words))
            return .failure
        case .validationFailure:
            output.error(OllamaChat.message(for: error), hint: "See ollama-chat --help.")
            return .usage
        default:
            output.error(OllamaChat.message(for: error))
            return .failure
        }
    }
}
