/// Keeps the draft of a reply in the store while the reply arrives.
///
/// What was offered reaches the store after at most ``interval``, or at once when ``limit`` bytes
/// have gathered; while nothing arrives the lease is held. A store that fails meanwhile is asked
/// again with all that is missing; the reply goes on regardless.
actor DraftWriter {
    /// How long a piece waits at the most.
    static let interval: Duration = .milliseconds(150)
    /// How many bytes wait at the most.
    static let limit = 1024
    /// How often an idle turn holds its lease.
    static let leaseInterval: Duration = .seconds(3)

    private let turn: BegunTurn
    private let store: any SessionStore
    private let wake: AsyncStream<Void>
    private let wakeUp: AsyncStream<Void>.Continuation
    private var pending = DraftAddition(textOffset: 0, text: "")
    private var lastContact = ContinuousClock.now

    init(for turn: BegunTurn, in store: any SessionStore) {
        self.turn = turn
        self.store = store
        (wake, wakeUp) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Takes pieces that arrived.
    func offer(text: String, thinking: String) {
        pending.text += text
        pending.thinking += thinking
        if pending.text.utf8.count + pending.thinking.utf8.count >= Self.limit { wakeUp.yield() }
    }

    /// Writes until the task is cancelled.
    nonisolated func run() async {
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
        let addition = pending
        guard !addition.isEmpty || ContinuousClock.now - lastContact > Self.leaseInterval else {
            return
        }
        guard (try? await store.checkpoint(addition, of: turn)) != nil else { return }
        lastContact = .now
        // More may have been offered while the store was busy: only what it took is dropped.
        pending.text = String(pending.text.utf8.dropFirst(addition.text.utf8.count)) ?? ""
        pending.thinking =
            String(pending.thinking.utf8.dropFirst(addition.thinking.utf8.count)) ?? ""
        pending.textOffset += addition.text.utf8.count
        pending.thinkingOffset += addition.thinking.utf8.count
    }
}
