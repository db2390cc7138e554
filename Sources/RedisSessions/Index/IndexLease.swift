import Chat
import Redis

/// The right to write the index, which one program at a time has.
///
/// It ends by itself in ten seconds, so that a program that dies keeps nobody from it; each script
/// that writes looks whether it is still there.
struct IndexLease: Sendable {
    private static let milliseconds = 10_000

    /// What the scripts recognise it by.
    let token: RedisArgument
    private let store: RedisSessionStore

    /// Takes the lease; `nil` where another program has it.
    static func take(in store: RedisSessionStore) async throws -> IndexLease? {
        let token = RedisArgument("\(TurnID.random())")
        let reply = try await store.pool.execute(
            RedisCommand(
                "SET",
                [
                    RedisArgument(store.keys.index.lease), token, "NX", "PX",
                    RedisArgument(milliseconds),
                ]))
        if case .null = reply { return nil }
        return IndexLease(token: token, store: store)
    }

    /// Counts the ten seconds anew.
    ///
    /// - Throws: ``IndexFailure/lostLease``.
    func keep() async throws {
        guard try await set(Self.milliseconds) else { throw IndexFailure.lostLease }
    }

    /// Gives the lease back.
    func giveBack() async { _ = try? await set(0) }

    private func set(_ milliseconds: Int) async throws -> Bool {
        try await store.pool.run(
            IndexScripts.lease, keys: [store.keys.index.lease],
            arguments: [token, RedisArgument(milliseconds)], retrySafe: true
        ).integer() == 1
    }
}

/// Why the index cannot be written or read for now; a search goes on without it.
enum IndexFailure: Error, Hashable {
    /// Another program writes it meanwhile.
    case lostLease
    /// A part of it is missing.
    case damaged
}
