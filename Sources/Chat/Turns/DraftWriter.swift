import Synchronization

/// Keeps the draft of a reply in the store while the reply arrives.
///
/// What was offered reaches the store after at most ``interval``, or at once when ``limit`` bytes
/// have gathered; while nothing arrives the lease is held. A store that fails meanwhile is asked
/// again with all that is missing; the reply goes on regardless.
final class DraftWriter: Sendable {
    /// How long a piece waits at the most.
    static let interval: Duration = .milliseconds(150)
    /// How many bytes wait at the most.
    static let limit = 1024
    /// How often an idle turn holds its lease.
    static let leaseInterval: Duration = .seconds(3)

    private struct State {
        var pending = DraftAddition(textOffset: 0, text: "")
        var lastContact = ContinuousClock.now
    }

    private let turn: BegunTurn
    private let store: any SessionStore
    private let wake: AsyncStream<Void>
    private let wakeUp: AsyncStream<Void>.Continuation
    private let state = Mutex(State())

    init(for turn: BegunTurn, in store: any SessionStore) {
        self.turn = turn
        self.store = store
        (wake, wakeUp) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Takes pieces that arrived.
    func offer(text: String, thinking: String) {
        let isMuch = state.withLock { state in
            state.pending.text += text
            state.pending.thinking += thinking
            let size = state.pending.text.utf8.count + state.pending.thinking.utf8.count
            return size >= Self.limit
        }
        if isMuch { wakeUp.yield() }
    }

    /// Writes until the task is cancelled.
    func run() async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                while (try? await Task.sleep(for: Self.interval)) != nil { self.wakeUp.yield() }
            }
            group.addTask {
                for await _ in self.wake { await self.write() }
            }
        }
    }

    private func write() async {
        let (addition, lastContact) = state.withLock { ($0.pending, $0.lastContact) }
        guard !addition.isEmpty || ContinuousClock.now - lastContact > Self.leaseInterval else {
            return
        }
        guard (try? await store.checkpoint(addition, of: turn)) != nil else { return }
        state.withLock { state in
            state.lastContact = .now
            // More may have been offered while the store was busy: only what it took is dropped.
            state.pending.text =
                String(state.pending.text.utf8.dropFirst(addition.text.utf8.count)) ?? ""
            state.pending.thinking =
                String(state.pending.thinking.utf8.dropFirst(addition.thinking.utf8.count)) ?? ""
            state.pending.textOffset += addition.text.utf8.count
            state.pending.thinkingOffset += addition.thinking.utf8.count
        }
    }
}
