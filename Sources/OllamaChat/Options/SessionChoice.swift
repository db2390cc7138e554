import Chat
import REPL

/// Which session the command line asks for.
enum SessionChoice: Hashable, Sendable {
    /// A new one.
    case new
    /// The one that was used last.
    case newest
    /// The one that a reference means.
    case reference(String)

    /// Reads the choice from options.
    init(_ options: ChatOptions) {
        if options.continues {
            self = .newest
        } else if let reference = options.session {
            self = .reference(reference)
        } else {
            self = .new
        }
    }

    /// The session, or `nil` for a new one.
    ///
    /// Sessions that other programs wrote are looked for only when the lists do not know the one
    /// that is meant.
    func session(_ context: CommandContext, _ wiring: Wiring) async throws -> Session? {
        if self != .new {
            try await wiring.connect()
            await wiring.storeLeftovers()
        }
        switch self {
        case .new: return nil
        case .newest:
            if let newest = try await context.newestSession() { return newest }
            await wiring.reconcile()
            return try await context.newestSession()
        case .reference(let reference):
            return try await wiring.lookingAgain { try await context.session(reference) }
        }
    }
}

extension Wiring {
    /// Does something again where the lists do not know what it looks for, once they are up to
    /// date.
    func lookingAgain<Result>(
        isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> Result
    ) async throws -> Result {
        do {
            return try await body()
        } catch let failure as any ChatFailure where failure.kind == .notFound {
            await reconcile()
            return try await body()
        }
    }
}
