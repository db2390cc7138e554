import Platform

/// Both ends of a pipe, which programs that are started do not inherit; whoever makes it closes
/// them.
package struct PipeEnds: Hashable, Sendable {
    /// Where it is read.
    package let readEnd: Int32
    /// Where it is written.
    package let writeEnd: Int32

    /// Makes a pipe; `nil` where the system has none left, and `errno` says why.
    ///
    /// Wraps `pipe` and `fcntl`.
    package init?() {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (readEnd, writeEnd) = (ends[0], ends[1])
    }
}
