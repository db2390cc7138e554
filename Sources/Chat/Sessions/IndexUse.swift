/// When a store is searched by an index.
public enum IndexUse: String, Hashable, Sendable, CaseIterable {
    /// Where reading everything would take long.
    case auto
    /// Always.
    case on
    /// Never; one that there is is left as it is.
    case off
}
