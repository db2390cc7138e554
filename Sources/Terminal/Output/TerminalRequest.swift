import PlatformFoundation

/// Something that a terminal is asked to do beside showing text.
///
/// No terminal answers, so whether it did is not known.
package enum TerminalRequest: Hashable, Sendable {
    /// Makes a sound, or whatever the person has it do instead.
    case bell
    /// Shows a notification of the desktop, by OSC 9.
    case notification(String)
    /// Puts a text into the clipboard, by OSC 52.
    case clipboard(String)

    /// The longest text for the clipboard, in bytes: terminals take 100,000 bytes of base64.
    package static let mostClipboardBytes = 74_994

    /// The bytes that a terminal is sent.
    ///
    /// - Parameter isInTmux: Whether tmux stands between the program and the terminal. It hands on
    ///   what is wrapped, where that is allowed, and takes a text for the clipboard itself, where
    ///   that is.
    /// - Returns: The sequence.
    func sequence(isInTmux: Bool) -> String {
        switch self {
        case .bell: "\u{07}"
        case .notification(let text):
            Self.wrapped("\u{1B}]9;\(Sanitizer.cleanLine(text))\u{07}", isInTmux: isInTmux)
        case .clipboard(let text):
            Self.clipboard(
                "\u{1B}]52;c;\(Data(text.utf8).base64EncodedString())\u{07}", isInTmux: isInTmux)
        }
    }

    private static func clipboard(_ sequence: String, isInTmux: Bool) -> String {
        wrapped(sequence, isInTmux: isInTmux) + (isInTmux ? sequence : "")
    }

    /// A sequence as tmux hands it on: each escape in it is doubled.
    private static func wrapped(_ sequence: String, isInTmux: Bool) -> String {
        guard isInTmux else { return sequence }
        let doubled = sequence.reduce(into: "") { $0 += $1 == "\u{1B}" ? "\u{1B}\u{1B}" : "\($1)" }
        return "\u{1B}Ptmux;\(doubled)\u{1B}\\"
    }
}

extension Output {
    /// Asks the terminal for something.
    ///
    /// - Returns: Whether there is a terminal that may know how.
    @discardableResult
    package func ask(_ request: TerminalRequest) -> Bool {
        update { state in
            for stream in [OutputStreamKind.standardError, .standardOutput] {
                let traits = state.screen.traits(of: stream)
                guard traits.isCapable || traits.isTerminal && request == .bell else { continue }
                state.screen.send(request.sequence(isInTmux: traits.isInTmux), to: stream)
                return true
            }
            return false
        }
    }
}
