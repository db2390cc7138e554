/// Keeps track of what stands on the streams, so that different writers do not run into each other.
///
/// The two streams of a program are one screen when both are terminals: a notice on one ends the
/// line that a reply has begun on the other.
struct Screen: Sendable {
    /// A place where lines stand below each other.
    private enum Surface: Hashable {
        case terminal
        case file(OutputStreamKind)
    }

    private let sink: any TextSink
    private let traits: [OutputStreamKind: TerminalTraits]
    private var openLines: Set<Surface> = []
    /// What removes the spinner that is visible, where one is.
    private var spinnerEraser: String?
    /// A line that stays below what is written.
    private var footer: String?
    /// Whether it is visible.
    private var isFooterShown = false
    /// The beginning of a line that cannot be posted before it is complete.
    private var unposted = ""
    private var post: (@Sendable (String) -> Void)?

    /// Makes an empty screen.
    init(sink: any TextSink, traits: [OutputStreamKind: TerminalTraits]) {
        self.sink = sink
        self.traits = traits
    }

    /// The traits of a stream.
    func traits(of stream: OutputStreamKind) -> TerminalTraits {
        traits[stream] ?? .pipe
    }

    /// Whether both streams are the same place.
    func isShared(_ stream: OutputStreamKind, with other: OutputStreamKind) -> Bool {
        surface(of: stream) == surface(of: other)
    }

    /// Whether the last line of a stream has no end yet.
    func isLineOpen(on stream: OutputStreamKind) -> Bool {
        openLines.contains(surface(of: stream))
    }

    /// Writes a text that is ready to be shown.
    mutating func write(_ text: String, to stream: OutputStreamKind) {
        guard let last = text.utf8.last else { return }
        let surface = surface(of: stream)
        if last == 0x0A { openLines.remove(surface) } else { openLines.insert(surface) }
        guard surface == .terminal else { return sink.write(text, to: stream) }
        eraseSpinner()
        if let post {
            unposted += text
            postLines(post)
        } else {
            sink.write(takeFooter() + text + drawnFooter(), to: stream)
        }
    }

    /// Writes a text that is ready to be shown, and a newline where it has none at its end.
    mutating func writeLines(_ text: String, to stream: OutputStreamKind) {
        write(text.utf8.last == 0x0A ? text : text + "\n", to: stream)
    }

    /// Sends a terminal something that does not move its cursor.
    func send(_ sequence: String, to stream: OutputStreamKind) {
        sink.write(sequence, to: stream)
    }

    /// Ends the last line of a stream if it has no end yet, and says whether it did.
    @discardableResult
    mutating func startLine(on stream: OutputStreamKind) -> Bool {
        guard isLineOpen(on: stream) else { return false }
        write("\n", to: stream)
        return true
    }

    /// Posts whole lines for the terminal to somebody else, or writes them again.
    mutating func redirect(to post: (@Sendable (String) -> Void)?) {
        if let post = self.post, openLines.contains(.terminal) {
            unposted += "\n"
            postLines(post)
            openLines.remove(.terminal)
        } else if let terminalStream {
            startLine(on: terminalStream)
        }
        eraseSpinner()
        setFooter(nil)
        self.post = post
    }

    /// Shows a line below what is written, in place of the one that is there.
    mutating func setFooter(_ line: String?) {
        guard post == nil, line != footer, let terminalStream else { return }
        let eraser = takeFooter()
        footer = line
        sink.write(eraser + drawnFooter(), to: terminalStream)
    }

    /// What takes the footer away, where it is visible; the cursor stays where it is.
    private mutating func takeFooter() -> String {
        defer { isFooterShown = false }
        return isFooterShown ? "\u{1B}7\u{1B}[B\r\u{1B}[K\u{1B}8" : ""
    }

    /// What shows the footer in the row below the cursor, which there may have to be made first.
    private mutating func drawnFooter() -> String {
        guard let footer else { return "" }
        isFooterShown = true
        return "\u{1B}D\u{1B}M\u{1B}7\u{1B}[B\r\(footer)\u{1B}[K\u{1B}8"
    }

    /// Draws one picture of the spinner over the one before.
    mutating func drawSpinner(_ picture: String) {
        guard post == nil, !openLines.contains(.terminal) else { return }
        sink.write("\r\(picture)\u{1B}[K", to: .standardError)
        spinnerEraser = "\r\u{1B}[K"
    }

    /// Draws one picture of the spinner behind the text of an open line; the cursor stays there.
    mutating func drawSpinnerBehindText(_ picture: String) {
        guard post == nil else { return }
        sink.write("\u{1B}7\(picture)\u{1B}[K\u{1B}8", to: .standardError)
        spinnerEraser = "\u{1B}[K"
    }

    /// Removes the spinner without a trace.
    mutating func eraseSpinner() {
        guard let eraser = spinnerEraser else { return }
        sink.write(eraser, to: .standardError)
        spinnerEraser = nil
    }

    /// A stream that is the terminal, if one is.
    var terminalStream: OutputStreamKind? {
        OutputStreamKind.allCases.first { traits(of: $0).isTerminal }
    }

    private func surface(of stream: OutputStreamKind) -> Surface {
        traits(of: stream).isTerminal ? .terminal : .file(stream)
    }

    private mutating func postLines(_ post: @Sendable (String) -> Void) {
        guard let end = unposted.utf8.lastIndex(of: 0x0A) else { return }
        post(String(unposted[..<end]))
        unposted = String(unposted[unposted.utf8.index(after: end)...])
    }
}
