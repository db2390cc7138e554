/// One page of the list of sessions.
public struct SessionPage: Hashable, Sendable {
    /// The sessions of the page, the last used first.
    public var sessions: [Session]
    /// How many sessions there are in all.
    public var total: Int

    /// Makes a page.
    public init(sessions: [Session], total: Int) {
        self.sessions = sessions
        self.total = total
    }
}
