package import Chat
import Synchronization

/// A store whose answers can be lost on the way, or that can be away for a call.
package final class FaultyStore: SessionStore {
    /// What can go wrong with a call.
    package enum Fault: Sendable {
        /// The call has its effect, but the answer is lost.
        case answerLost
        /// The call does not reach the store.
        case away
        /// The call is answered, but has no effect that lasts.
        case forgotten
        /// The store does not take it, and never will.
        case refused
    }

    /// The calls that faults can be put on.
    package enum Call: Hashable, Sendable {
        case create, branch, begin, checkpoint, finish, history, other
    }

    /// The error of a call that went wrong.
    package struct Failure: ChatFailure {
        package let kind = ChatFailureKind.store
        package let description = "The store did not answer."
        package let hint: String? = nil
        package var isOutage = true
    }

    let store: any SessionStore
    private let faults = Mutex<[Call: [Fault]]>([:])
    private let away = Mutex(false)
    private let callsLeft = Mutex<Int?>(nil)
    private let counts = Mutex<[Call: Int]>([:])

    /// Wraps a store.
    package init(_ store: any SessionStore) {
        self.store = store
    }

    /// Lets the next such call go wrong.
    package func inject(_ fault: Fault, on call: Call) {
        faults.withLock { $0[call, default: []].append(fault) }
    }

    /// Lets all calls fail, or none.
    package func set(isAway: Bool) {
        away.withLock { $0 = isAway }
    }

    /// Lets all calls fail after so many more.
    package func breakOff(after calls: Int) {
        callsLeft.withLock { $0 = calls }
    }

    /// How often a call was made, whether it went wrong or not.
    package func count(of call: Call) -> Int { counts.withLock { $0[call] ?? 0 } }

    func calling<Result>(
        _ call: Call, _ body: (Fault?) async throws -> Result
    ) async throws -> Result {
        let fault = faults.withLock { faults -> Fault? in
            faults[call]?.isEmpty == false ? faults[call]?.removeFirst() : nil
        }
        let isCut = callsLeft.withLock { left in
            guard let count = left else { return false }
            left = count > 0 ? count - 1 : nil
            return count == 0
        }
        if isCut { set(isAway: true) }
        counts.withLock { $0[call, default: 0] += 1 }
        if fault == .refused { throw Failure(isOutage: false) }
        if fault == .away || away.withLock({ $0 }) { throw Failure() }
        let result = try await body(fault)
        if fault == .answerLost { throw Failure() }
        return result
    }

    package func create(_ new: NewSession) async throws -> History {
        try await calling(.create) { _ in try await store.create(new) }
    }

    package func append(
        _ messages: [Message], to id: SessionID, operation: TurnID
    ) async throws -> [StoredMessage] {
        try await calling(.other) { _ in
            try await store.append(messages, to: id, operation: operation)
        }
    }

    package func history(of id: SessionID, _ range: HistoryRange) async throws -> History {
        try await calling(.history) { _ in try await store.history(of: id, range) }
    }

    package func list(offset: Int, limit: Int) async throws -> SessionPage {
        try await calling(.other) { _ in try await store.list(offset: offset, limit: limit) }
    }

    package func find(_ reference: String) async throws -> [Session] {
        try await calling(.other) { _ in try await store.find(reference) }
    }

    package func change(_ id: SessionID, _ changes: [SessionChange]) async throws -> Session {
        try await calling(.other) { _ in try await store.change(id, changes) }
    }

    package func setSystemPrompt(_ text: String?, of id: SessionID) async throws {
        try await calling(.other) { _ in try await store.setSystemPrompt(text, of: id) }
    }

    package func delete(_ id: SessionID) async throws {
        try await calling(.other) { _ in try await store.delete(id) }
    }

    package func trash(limit: Int) async throws -> [TrashedSession] {
        try await calling(.other) { _ in try await store.trash(limit: limit) }
    }

    package func undelete(_ id: SessionID) async throws -> Session {
        try await calling(.other) { _ in try await store.undelete(id) }
    }

    package func purge(_ id: SessionID) async throws {
        try await calling(.other) { _ in try await store.purge(id) }
    }

    package func sessions(unusedSince moment: Timestamp, limit: Int) async throws -> [Session] {
        try await calling(.other) { _ in
            try await store.sessions(unusedSince: moment, limit: limit)
        }
    }

    package func touch(_ id: SessionID) async throws {
        try await calling(.other) { _ in try await store.touch(id) }
    }

    package func branch(_ new: NewBranch) async throws -> History {
        try await calling(.branch) { _ in try await store.branch(new) }
    }

    package func insert(
        _ copy: SessionCopy, followedBy more: @escaping SessionCopy.Supply
    ) async throws -> Bool {
        try await calling(.other) { _ in try await store.insert(copy, followedBy: more) }
    }

    package func family(of id: SessionID) async throws -> [Session] {
        try await calling(.other) { _ in try await store.family(of: id) }
    }

    package func usage() async throws -> StoreUsage {
        try await calling(.other) { _ in try await store.usage() }
    }

    package func sizes(of ids: [SessionID]) async throws -> [SessionID: Int] {
        try await calling(.other) { _ in try await store.sizes(of: ids) }
    }

    package func shelf(of id: SessionID) async throws -> [ShelvedMessages] {
        try await calling(.other) { _ in try await store.shelf(of: id) }
    }

    package func remove(_ removal: MessageRemoval, from id: SessionID) async throws -> Session {
        try await calling(.other) { _ in try await store.remove(removal, from: id) }
    }

    package func restore(_ restoration: ShelfRestoration, in id: SessionID) async throws -> Session
    {
        try await calling(.other) { _ in try await store.restore(restoration, in: id) }
    }

    package func begin(_ request: TurnRequest, in id: SessionID) async throws -> TurnAnswer {
        try await calling(.begin) { _ in try await store.begin(request, in: id) }
    }

    package func checkpoint(_ addition: DraftAddition, of turn: BegunTurn) async throws {
        try await calling(.checkpoint) { fault in
            if fault != .forgotten { try await store.checkpoint(addition, of: turn) }
        }
    }

    package func finish(
        _ turn: BegunTurn, with reply: Message, placement: ReplyPlacement
    ) async throws -> ReplyAnswer {
        try await calling(.finish) { _ in
            try await store.finish(turn, with: reply, placement: placement)
        }
    }

    package func abandon(_ turn: BegunTurn) async throws {
        try await calling(.other) { _ in try await store.abandon(turn) }
    }

    package func recover(_ history: History) async throws -> [RecoveredReply] {
        try await calling(.other) { _ in try await store.recover(history) }
    }

    package func close() async { await store.close() }
}
