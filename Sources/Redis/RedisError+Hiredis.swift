internal import CHiredis
import Platform

extension RedisError {
    /// The error for a connection that could not be opened.
    static func opening(
        _ endpoint: RedisAddress.Endpoint, _ result: chiredis_result, limit: Duration
    ) -> RedisError {
        if result.code == REDIS_ERR_OTHER, case .host(let host, port: _) = endpoint {
            return .hostNotFound(host)
        }
        return switch result.system_error {
        case ECONNREFUSED: .refused(endpoint)
        case ENOENT: .noSuchSocket(endpoint)
        case EACCES, EPERM: .accessDenied(endpoint)
        case ETIMEDOUT, EAGAIN: .timeout(endpoint, after: limit)
        default: .unreachable(endpoint)
        }
    }

    /// The error for a connection that broke while it was used.
    static func using(
        _ endpoint: RedisAddress.Endpoint, _ result: chiredis_result, limit: Duration
    ) -> RedisError {
        switch (result.code, result.system_error) {
        case (REDIS_ERR_EOF, _): .connectionLost(endpoint)
        case (REDIS_ERR_IO, EAGAIN), (_, ETIMEDOUT): .timeout(endpoint, after: limit)
        case (REDIS_ERR_IO, _): .connectionLost(endpoint)
        default: .protocolViolation(endpoint)
        }
    }
}
