public import Chat

/// What can go wrong with sessions in Redis, besides the server itself.
public struct RedisSessionsError: ChatFailure, Hashable {
    /// What kind of thing failed.
    public let kind: ChatFailureKind
    /// What failed.
    public let description: String
    /// What to do next.
    public let hint: String?

    private init(
        _ description: String, kind: ChatFailureKind = .store, hint: String? = nil
    ) {
        self.kind = kind
        self.description = description
        self.hint = hint
    }

    /// The newest message has a timestamp that no clock gives.
    package static func badScore(_ id: SessionID) -> RedisSessionsError {
        RedisSessionsError(
            "The newest message of session \(id) has a timestamp that is no time in seconds.",
            hint: "Another program wrote it, and should put its time right.")
    }

    /// Messages that were brought in for a session vanished before it was made.
    package static func lostArrivals(_ id: SessionID) -> RedisSessionsError {
        RedisSessionsError(
            "The messages of session \(id) vanished from the server while they were brought in.",
            hint: "Try again; the server may be short of memory.")
    }

    /// Other programs changed the session again and again meanwhile.
    package static func contended(_ id: SessionID) -> RedisSessionsError {
        RedisSessionsError(
            "Session \(id) was changed by other programs at the same time.", hint: "Try again.")
    }

    /// Another program writes the search index and does not stop.
    package static let indexInUse = RedisSessionsError(
        "The session is removed, but its words are still in the search index, which another "
            + "program writes.",
        hint: "Remove the index with ollama-chat index remove; it is made anew.")

    /// The server answered something that no command of ours gives.
    package static func unexpectedReply(_ place: String) -> RedisSessionsError {
        RedisSessionsError("The Redis server gave an unexpected answer (\(place)).")
    }

    /// A message cannot be written as JSON.
    package static let unwritableMessage = RedisSessionsError(
        "A message could not be written as JSON.", kind: .general)

    /// A namespace that may not become part of a key.
    package static func badNamespace(_ namespace: String) -> RedisSessionsError {
        RedisSessionsError(
            "\(namespace) cannot be a namespace.", kind: .usage,
            hint: "Use 1 to 64 letters, digits, - and _.")
    }
}
