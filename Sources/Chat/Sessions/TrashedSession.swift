/// A session in the trash.
public struct TrashedSession: Hashable, Sendable {
    /// The session.
    public var session: Session
    /// When it was deleted.
    public var deletedAt: Timestamp
    /// Seconds until it vanishes for good.
    public var vanishesIn: Int

    /// Describes a session in the trash.
    public init(session: Session, deletedAt: Timestamp, vanishesIn: Int) {
        self.session = session
        self.deletedAt = deletedAt
        self.vanishesIn = vanishesIn
    }
}
