import Chat

/// What has to be done to the index for one session.
struct IndexUpdate: Sendable {
    /// A message that is to be indexed.
    struct Arrival: Sendable {
        let timestamp: Timestamp
        let member: [UInt8]
        let content: String
    }

    let id: SessionID
    /// When it was found in the dirt.
    let stamp: Int
    /// Its state as it was read, as text; empty where there was none.
    let before: String
    /// Its state when all is done; `nil` for a session that is not there any more.
    var after: IndexState?
    /// The messages that the index does not have yet.
    var arrivals: [Arrival] = []
    /// The numbers of messages that are not there any more.
    var departures: [UInt32] = []
    /// Whether the session is as the state says then, as far as is known.
    var isWhole = true
}
