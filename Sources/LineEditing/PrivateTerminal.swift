import CLibedit

/// The terminal that libedit believes it has: a private one, whose output goes nowhere.
final class PrivateTerminal {
    /// The terminal's descriptor.
    let descriptor: CInt
    /// A stream that is empty and swallows everything.
    let stream: UnsafeMutablePointer<FILE>

    private let controller: CInt

    /// Opens a terminal of a size.
    init(_ size: TerminalSize) throws(LineEditingError) {
        guard let ends = Unix.makeTerminal(size) else { throw .cannotStart("openpty") }
        guard let null = fopen("/dev/null", "r+e") else { throw .cannotStart("fopen") }
        (controller, descriptor, stream) = (ends.controller, ends.terminal, null)
    }

    deinit {
        fclose(stream)
        Unix.closeDescriptor(descriptor)
        Unix.closeDescriptor(controller)
    }
}
