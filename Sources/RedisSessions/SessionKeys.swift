package import Chat
package import Redis

/// The names of the keys: the one place where key text is made.
package struct SessionKeys: Hashable, Sendable {
    private let prefix: String

    /// Whether a namespace stands in front of every key.
    package let isNamespaced: Bool

    /// Makes the keys of a store.
    ///
    /// - Parameter namespace: Stands in front of every key with a colon behind it, so that one
    ///   access rule (`~alice:*`) keeps a user's sessions apart.
    /// - Throws: An error for a namespace that may not become part of a key.
    package init(namespace: String? = nil) throws(RedisSessionsError) {
        guard let namespace else {
            prefix = ""
            isNamespaced = false
            return
        }
        guard SessionID(namespace) != nil else { throw .badNamespace(namespace) }
        prefix = "\(namespace):"
        isNamespaced = true
    }

    /// The messages: a sorted set of JSON by timestamp.
    package func messages(_ id: SessionID) -> RedisKey { key(id, Self.messages) }

    /// The metadata: a hash.
    package func meta(_ id: SessionID) -> RedisKey { key(id, Self.meta) }

    /// The operations that ran lately: a hash of operation and stamp.
    package func ops(_ id: SessionID) -> RedisKey { key(id, Self.operations) }

    /// The open drafts: a hash of turn and owner.
    package func drafts(_ id: SessionID) -> RedisKey { key(id, "drafts") }

    /// The draft of one turn: a hash.
    package func draft(_ id: SessionID, _ turn: TurnID) -> RedisKey { key(id, "draft:\(turn)") }

    /// What was taken off the session's path: a list of JSON.
    package func shelf(_ id: SessionID) -> RedisKey { key(id, "shelf") }

    /// The images: a hash of SHA-256 and bytes.
    package func blobs(_ id: SessionID) -> RedisKey { key(id, "blobs") }

    /// The vectors of the messages: a string.
    package func vectors(_ id: SessionID) -> RedisKey { key(id, "vec") }

    /// The messages of a session that is being brought in from elsewhere: a sorted set.
    ///
    /// The name tells apart programs that bring in the same session at the same time.
    package func arrivals(_ id: SessionID, as name: TurnID) -> RedisKey {
        key(id, "arrivals:\(name)")
    }

    /// Who is in a turn: a string that expires.
    package func lease(_ id: SessionID) -> RedisKey { key(id, "lease") }

    /// The keys that every script takes, in the order of `common.lua`.
    package func all(_ id: SessionID) -> [RedisKey] {
        [
            lease(id), messages(id), meta(id), ops(id), drafts(id), shelf(id), blobs(id),
            vectors(id),
        ]
    }

    /// All sessions by their last activity: a sorted set.
    package var activity: RedisKey { RedisKey("\(prefix)sessions:activity") }

    /// Folded names and ids for look-up by their beginning: a sorted set of equal scores.
    package var names: RedisKey { RedisKey("\(prefix)sessions:names") }

    /// Parents and their branches, for look-up by the parent: a sorted set of equal scores.
    package var branches: RedisKey { RedisKey("\(prefix)sessions:branches") }

    /// The sessions in the trash by the time of their deletion: a sorted set.
    package var trashed: RedisKey { RedisKey("\(prefix)sessions:trash") }

    /// The keys of the search index.
    var index: IndexKeys { IndexKeys(prefix: prefix) }

    /// What every key of a session begins with.
    var sessionPrefix: String { prefix + Self.session }

    /// How many times the usual number of tokens models make of texts: a hash of full model names.
    package var tokenScales: RedisKey { RedisKey("\(prefix)models:tokens") }

    /// The patterns that match every key of a session, wherever it is.
    package func everything(of id: SessionID) -> [String] {
        ["\(prefix)\(Self.session)\(id):*", "\(prefix)\(Self.trash)\(id):*"]
    }

    /// The name that a key of a session has in the trash.
    package func trash(_ key: RedisKey) -> RedisKey {
        RedisKey("\(prefix)\(Self.trash)\(key.text.dropFirst(prefix.count + Self.session.count))")
    }

    /// The pattern that matches the metadata of every session.
    package var everyMeta: String { "\(prefix)\(Self.session)*:\(Self.meta)" }

    /// The pattern that matches the messages of every session.
    package var everyMessages: String { "\(prefix)\(Self.session)*:\(Self.messages)" }

    /// The session whose metadata a key holds, or `nil` for a key that only looks like it.
    package func session(ofMeta key: String) -> SessionID? { session(of: key, Self.meta) }

    /// The session whose messages a key holds, or `nil` for a key that only looks like it.
    package func session(ofMessages key: String) -> SessionID? { session(of: key, Self.messages) }

    /// The session whose operations a key holds, or `nil` for a key that only looks like it.
    func session(ofOperations key: String) -> SessionID? { session(of: key, Self.operations) }

    private func session(of key: String, _ suffix: String) -> SessionID? {
        let head = prefix + Self.session
        let tail = ":" + suffix
        guard key.hasPrefix(head), key.hasSuffix(tail) else { return nil }
        return SessionID(key.dropFirst(head.count).dropLast(tail.count))
    }

    private static let session = "session:"
    private static let trash = "trash:"
    private static let messages = "messages"
    private static let meta = "meta"
    private static let operations = "ops"

    private func key(_ id: SessionID, _ suffix: String) -> RedisKey {
        RedisKey("\(prefix)\(Self.session)\(id):\(suffix)")
    }
}
