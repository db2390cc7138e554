/// What becomes of the beginning of a session whose window fills up.
public enum CompactionMode: String, Hashable, Sendable, CaseIterable {
    /// It is summarised if somebody says so, who is asked once for each session.
    case ask
    /// It is summarised.
    case auto
    /// It is left out when it does not fit any more.
    case off
}
