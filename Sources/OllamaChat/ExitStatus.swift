import Chat
import Platform

/// The exit statuses of the program, as the manual page lists them.
struct ExitStatus: RawRepresentable, Hashable, Error {
    /// The number that the shell sees.
    let rawValue: Int32

    static let success = ExitStatus(rawValue: 0)
    static let failure = ExitStatus(rawValue: 1)
    static let usage = ExitStatus(rawValue: 2)
    static let store = ExitStatus(rawValue: 3)
    static let modelServer = ExitStatus(rawValue: 4)
    static let notFound = ExitStatus(rawValue: 5)
    static let contextWindow = ExitStatus(rawValue: 6)
    static let interrupted = ExitStatus(rawValue: 130)

    /// Ends the program with this status.
    func leave() -> Never { exit(rawValue) }

    /// The status for a kind of failure.
    static func of(_ kind: ChatFailureKind) -> ExitStatus {
        switch kind {
        case .general: .failure
        case .usage: .usage
        case .store: .store
        case .modelServer, .modelServerAway: .modelServer
        case .notFound: .notFound
        case .contextWindow: .contextWindow
        }
    }

    /// The status for one turn of several.
    static func of(_ result: Result<TurnOutcome, any Error>) -> ExitStatus {
        switch result {
        case .success(let outcome): of(outcome)
        case .failure(let failure as any ChatFailure): of(failure.kind)
        case .failure: .failure
        }
    }

    /// The status for the end of a one-shot turn.
    ///
    /// A reply of which a part arrived is a failure of its own; where nothing arrived, the status
    /// tells what was not there.
    static func of(_ outcome: TurnOutcome) -> ExitStatus {
        switch outcome.state {
        case .complete, .truncated: outcome.storeFailure == nil ? .success : .store
        case .interrupted: .interrupted
        case .failed:
            if outcome.reply == nil, let failure = outcome.failure as? any ChatFailure {
                of(failure.kind)
            } else {
                .failure
            }
        }
    }
}
