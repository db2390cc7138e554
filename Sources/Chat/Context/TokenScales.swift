import Synchronization

/// How many tokens models make of texts, as it was learned from what servers counted.
///
/// The conversations of a program share one, and programs share what a store keeps of it, so that
/// the first estimate of a day is as good as the last one of the day before.
public final class TokenScales: Sendable {
    private struct State {
        var scales: [String: Double] = [:]
        /// What no store has yet.
        var unwritten: Set<String> = []
    }

    private let state = Mutex(State())
    private let changes: AsyncStream<Void>
    private let onChange: AsyncStream<Void>.Continuation

    /// Knows nothing yet.
    public init() {
        (changes, onChange) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// How many times the usual number of tokens a model makes, where that was learned.
    func scale(of model: String) -> Double? {
        state.withLock { $0.scales[ModelName.full(model)] }
    }

    /// Takes what one conversation says of a model; no single one decides.
    func learn(_ scale: Double, of model: String) {
        let name = ModelName.full(model)
        state.withLock { state in
            state.scales[name] = state.scales[name].map { ($0 + scale) / 2 } ?? scale
            state.unwritten.insert(name)
        }
        onChange.yield()
    }

    /// Reads what earlier programs learned, as far as this one has learned nothing itself.
    ///
    /// A store that fails here only makes the next estimate a rougher one.
    public func read(from store: any SessionStore) async {
        guard let known = try? await store.tokenScales() else { return }
        state.withLock { $0.scales.merge(known) { own, _ in own } }
    }

    /// Lets a store keep what was learned since.
    ///
    /// What it does not take is tried again with what is learned next.
    public func write(to store: any SessionStore) async {
        let new = state.withLock { state in
            defer { state.unwritten = [] }
            return state.scales.filter { state.unwritten.contains($0.key) }
        }
        guard !new.isEmpty else { return }
        do {
            try await store.keep(tokenScales: new)
        } catch {
            state.withLock { $0.unwritten.formUnion(new.keys) }
        }
    }

    /// Lets a store keep what is learned, whenever something is, until the task is cancelled.
    public func keep(in store: any SessionStore) async {
        for await _ in changes { await write(to: store) }
    }
}
