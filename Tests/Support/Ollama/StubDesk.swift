import NIOCore
import Synchronization

/// What the connections of a stub share: it takes requests, remembers them and answers.
final class StubDesk: Sendable {
    private struct State {
        var behaviour: StubBehaviour
        var faults: [StubTarget: [StubFault]] = [:]
        var requests: [StubRequest] = []
        var loaded: [String: Int] = [:]
        var fetched: [String: Int64] = [:]
    }

    private let state: Mutex<State>
    /// Counts the requests that arrived.
    let arrivals = EventCount()
    /// Counts the answers that clients went away from before they were whole.
    let departures = EventCount()

    /// Makes a desk that has seen nothing.
    init(_ behaviour: StubBehaviour) {
        state = Mutex(State(behaviour: behaviour))
    }

    /// How it answers.
    var behaviour: StubBehaviour {
        get { state.withLock { $0.behaviour } }
        set { state.withLock { $0.behaviour = newValue } }
    }

    /// The requests so far, oldest first.
    var requests: [StubRequest] { state.withLock { $0.requests } }

    /// Lets the next requests of a kind go wrong.
    func inject(_ fault: StubFault, times: Int, on target: StubTarget) {
        state.withLock {
            $0.faults[target, default: []] += Array(repeating: fault, count: times)
        }
    }

    /// Answers a request.
    func answer(_ request: StubRequest, on channel: any Channel) async {
        let steps = steps(for: request)
        arrivals.add()
        do {
            for step in steps { try await step.run(on: channel) }
        } catch {
            departures.add()
        }
    }

    /// Takes what a fetch leaves behind.
    private func note(_ event: StubPull.Event) {
        state.withLock { state in
            switch event {
            case .fetched(let layer, let bytes): state.fetched[layer] = bytes
            case .complete(let model):
                state.behaviour.models.removeAll { $0.name == model.name }
                state.behaviour.models.append(model)
            }
        }
    }

    private func steps(for request: StubRequest) -> [StubStep] {
        state.withLock { state in
            state.requests.append(request)
            let target = request.target
            var fault = target == .chat ? state.behaviour.fault : nil
            if state.faults[target]?.isEmpty == false {
                fault = state.faults[target]?.removeFirst()
            }
            let answer = StubAnswer(
                behaviour: state.behaviour, loaded: state.loaded, fetched: state.fetched,
                onFetch: note)
            if target != .other, let chat = request.chat, let model = answer.model(chat.model) {
                let isUnloaded = target == .load && chat.keepAlive == 0
                state.loaded[model.name] =
                    isUnloaded ? nil : chat.options?.window ?? state.behaviour.window
            }
            if fault == nil, let new = request.newModel, answer.model(new.from) != nil {
                let model = StubModel(new.model, system: new.system)
                state.behaviour.models.removeAll { $0.name == model.name }
                state.behaviour.models.append(model)
            }
            return answer.steps(for: request, fault: fault)
        }
    }
}
