package import Chat
package import Redis

extension RedisError: ChatFailure {
    /// What fails in Redis is the store, but for an address that is none.
    package var kind: ChatFailureKind { code == .badURL ? .usage : .store }
}
