/// Waits for keys and for what wakes the editor, and keeps what is typed ahead.
final class Keyboard {
    // After an ESC that is a key of its own nothing follows; a sequence comes in one piece.
    private static let escapeMilliseconds: CInt = 40
    private static let backgroundMilliseconds: CInt = 250

    private let input: CInt
    private let wakePipe: WakePipe
    private var decoder = KeyDecoder()
    private var typedAhead: ArraySlice<Key> = []
    private var wasInterrupted = false

    /// What waiting ended with.
    enum Event: Equatable {
        /// Keys may have come.
        case input
        /// Others woke the editor.
        case woken([WakeReason])
        /// The terminal is gone.
        case hungUp
    }

    /// Makes a keyboard that reads the terminal's input.
    init(terminal: TerminalDevice, wakePipe: WakePipe) {
        input = terminal.input
        self.wakePipe = wakePipe
    }

    /// Takes the next key that has come, typed ahead or just now.
    func nextKey() -> Key? { typedAhead.popFirst() ?? decoder.next() }

    /// Takes the next key that has come and was not kept.
    func nextNewKey() -> Key? { decoder.next() }

    /// The lines that were typed ahead and submitted.
    var linesAhead: [String] { TypedAhead.lines(of: typedAhead) }

    /// Keeps a key for later.
    func keep(_ key: Key) { typedAhead.append(key) }

    /// Takes note of a Ctrl-C between two reads: the first one keeps what was typed ahead, every
    /// other one drops it.
    func interrupt() {
        if wasInterrupted { typedAhead = [] }
        wasInterrupted = true
    }

    /// Begins a read: a Ctrl-C that has come by now, after another one, is not for the line.
    func beginRead() {
        guard wasInterrupted else { return }
        while Unix.waitForAny(of: [input], milliseconds: 0)[0],
            let bytes = Unix.readSome(from: input), !bytes.isEmpty
        {
            feed(bytes)
        }
        while let key = nextNewKey() {
            if key == .interrupt { interrupt() } else { keep(key) }
        }
        wasInterrupted = false
    }

    /// Waits until something happens.
    ///
    /// - Parameter isInBackground: The keys are others'; only what wakes us counts, and some time.
    /// - Returns: What happened.
    func wait(isInBackground: Bool) -> Event {
        let descriptors = isInBackground ? [wakePipe.readEnd] : [wakePipe.readEnd, input]
        let milliseconds =
            isInBackground
            ? Self.backgroundMilliseconds : decoder.isIncomplete ? Self.escapeMilliseconds : -1
        let isReady = Unix.waitForAny(of: descriptors, milliseconds: milliseconds)
        if isReady[0] { return .woken(wakePipe.drain()) }
        guard !isInBackground else { return .input }
        guard isReady[1] else {
            if let key = decoder.next(isFinal: true) { keep(key) }
            return .input
        }
        guard let bytes = Unix.readSome(from: input) else { return .input }
        feed(bytes)
        return bytes.isEmpty ? .hungUp : .input
    }

    /// A lone Ctrl-C in a paste means that the end of the paste got lost.
    private func feed(_ bytes: [UInt8]) {
        if bytes == [3], let paste = decoder.abandonPaste() {
            keep(paste)
        } else {
            decoder.feed(bytes)
        }
    }
}
