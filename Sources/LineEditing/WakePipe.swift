/// A pipe that wakes a thread from `poll`, written by signal handlers and other threads.
final class WakePipe: Sendable {
    // No signal has this number.
    private static let message: UInt8 = 255

    /// The end to poll.
    let readEnd: CInt
    /// The end that signal handlers write.
    let writeEnd: CInt

    /// Makes a pipe whose ends never block.
    init() throws(LineEditingError) {
        guard let ends = Unix.makePipe() else { throw .cannotStart("pipe") }
        (readEnd, writeEnd) = ends
    }

    deinit {
        Unix.closeDescriptor(readEnd)
        Unix.closeDescriptor(writeEnd)
    }

    /// Wakes whoever polls.
    func wake() {
        // A full pipe wakes as well as one byte more.
        Unix.writeByte(Self.message, to: writeEnd)
    }

    /// Takes the reasons that were written.
    func drain() -> [WakeReason] {
        (Unix.readSome(from: readEnd) ?? []).map(Unix.wakeReason)
    }
}
