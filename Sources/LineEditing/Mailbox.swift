import Synchronization

/// What other threads leave for the editor: texts to print above the line.
final class Mailbox: Sendable {
    /// The pipe through which the editor's thread is woken.
    let wakePipe: WakePipe
    private let terminal: TerminalDevice
    private let state = Mutex(State())

    private struct State {
        var texts: [String] = []
        var isReading = false
    }

    /// Makes an empty mailbox.
    init(wakePipe: WakePipe, terminal: TerminalDevice) {
        self.wakePipe = wakePipe
        self.terminal = terminal
    }

    /// Begins a read: texts are kept for the reader to print from now on.
    func begin() {
        state.withLock { $0.isReading = true }
    }

    /// Ends a read: texts are written at once from now on.
    func end() {
        state.withLock { state in
            state.isReading = false
            write(&state)
        }
    }

    /// Leaves a text for the reader, or writes it if there is none.
    func post(_ text: String) {
        let isReading = state.withLock { state in
            state.texts.append(text)
            if !state.isReading { write(&state) }
            return state.isReading
        }
        if isReading { wakePipe.wake() }
    }

    /// Wakes the reader, if there is one.
    func wakeReader() {
        if state.withLock(\.isReading) { wakePipe.wake() }
    }

    /// Takes the texts that are to be printed.
    func takeTexts() -> [String] {
        state.withLock { state in
            defer { state.texts = [] }
            return state.texts
        }
    }

    /// Under the lock, so that texts of different threads never mix.
    private func write(_ state: inout State) {
        for text in state.texts { terminal.write(text) }
        state.texts = []
    }
}
