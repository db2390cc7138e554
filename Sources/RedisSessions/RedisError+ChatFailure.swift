package import Chat
package import Redis

extension RedisError: ChatFailure {
    /// What fails in Redis is the store, but for an address that is none.
    package var kind: ChatFailureKind { code == .badURL ? .usage : .store }

    /// Servers come back, logins and disks are put right; an address that leads to something else
    /// than a usable server stays wrong.
    package var isOutage: Bool {
        switch code {
        case .refused, .hostNotFound, .noSuchSocket, .accessDenied, .unreachable, .timeout,
            .passwordRequired, .wrongPassword, .noPermission, .outOfMemory, .readOnlyServer,
            .loading, .cannotSave, .hungUp, .connectionLost, .fateUnknown:
            true
        case .badURL, .cluster, .sentinel, .tooOld, .protocolViolation, .unexpectedReply,
            .wrongType,
            .closed, .server:
            false
        }
    }
}
