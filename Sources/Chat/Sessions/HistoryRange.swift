/// Which messages of a session to read.
public enum HistoryRange: Hashable, Sendable {
    /// Every message.
    case all
    /// The newest messages, at most this many.
    case last(Int)
    /// Messages by their position from 0, as the original layout ranks them.
    case positions(Range<Int>)
}
