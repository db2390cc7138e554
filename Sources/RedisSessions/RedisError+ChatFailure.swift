package import Chat
package import Redis

extension RedisError: ChatFailure {
    /// What fails in Redis is the store.
    package var kind: ChatFailureKind { .store }
}
