import Testing

@testable import Redis

struct RetryRuleTests {
    private static let endpoint = RedisAddress.Endpoint.host("desk", port: 6379)

    private static func failure(
        _ stage: ExchangeFailure.Stage, _ error: RedisError
    ) -> ExchangeFailure {
        ExchangeFailure(stage: stage, error: error)
    }

    @Test(arguments: [
        RedisError.refused(endpoint), .noSuchSocket(endpoint), .hungUp(endpoint),
        .connectionLost(endpoint),
    ]) func `Where nobody ever answered a call is tried twice at once`(error: RedisError) throws {
        var rule = RetryRule(isRepeatable: true)
        #expect(try rule.check(Self.failure(.notSent, error)) == .zero)
        let end = #expect(throws: RedisError.self) {
            try rule.check(Self.failure(.notSent, error))
        }
        #expect(end == error)
    }

    @Test(arguments: [
        RedisError.refused(endpoint), .noSuchSocket(endpoint), .hungUp(endpoint),
        .connectionLost(endpoint),
    ]) func `A server that is away is asked again for as long as the patience lasts`(
        error: RedisError
    ) throws {
        var rule = RetryRule(isRepeatable: false, patience: .seconds(1))
        var pauses: [Duration] = []
        let end = #expect(throws: RedisError.self) {
            while true {
                pauses.append(try rule.check(Self.failure(.notSent, error)))
            }
        }
        #expect(end == error)
        #expect(pauses.first == .zero)
        #expect(pauses.reduce(.zero, +) == .seconds(1))
        #expect(pauses.count < 12)
    }

    @Test func `A call that was sent once may have run, whatever ends it`() throws {
        var rule = RetryRule(isRepeatable: true)
        _ = try rule.check(Self.failure(.sent, .connectionLost(Self.endpoint)))
        let end = #expect(throws: RedisError.self) {
            try rule.check(Self.failure(.notSent, .refused(Self.endpoint)))
        }
        #expect(end?.code == .refused)
        #expect(end?.mayHaveRun == true)
    }

    @Test func `A call that is lost again and again is sent for as long as the patience lasts`()
        throws
    {
        var rule = RetryRule(isRepeatable: true, patience: .seconds(1))
        var pauses: [Duration] = []
        let end = #expect(throws: RedisError.self) {
            while true {
                pauses.append(try rule.check(Self.failure(.sent, .connectionLost(Self.endpoint))))
            }
        }
        #expect(end?.code == .connectionLost)
        #expect(pauses.first == .zero)
        #expect(pauses.reduce(.zero, +) == .seconds(1))
    }

    @Test func `A call that must not run twice is not sent twice`() {
        var rule = RetryRule(isRepeatable: false, patience: .seconds(1))
        let end = #expect(throws: RedisError.self) {
            try rule.check(Self.failure(.sent, .connectionLost(Self.endpoint)))
        }
        #expect(end == .fateUnknown)
    }

    @Test func `A timeout is not tried again`() {
        var rule = RetryRule(isRepeatable: true, patience: .seconds(1))
        let end = #expect(throws: RedisError.self) {
            try rule.check(Self.failure(.notSent, .timeout(Self.endpoint, after: .seconds(1))))
        }
        #expect(end?.code == .timeout)
    }

    @Test func `An idle connection that had died is replaced without end`() throws {
        var rule = RetryRule(isRepeatable: false)
        for _ in 1...20 {
            #expect(
                try rule.check(Self.failure(.foundDead, .connectionLost(Self.endpoint))) == .zero)
        }
    }
}
