public import Chat
import Redis

extension RedisSessionStore {
    /// Creates a session with its first messages, or reads the one that has its id already.
    public func create(_ new: NewSession) async throws -> History {
        let id = new.id
        let messages = try MessageBatch(new.messages)
        let fields = try MetaFields(
            name: new.name, model: new.model, options: new.options, timeToLive: timeToLive)
        let answer = try await run(
            SessionScripts.create, on: id, [],
            fields.counted + new.images.counted + messages.arguments,
            also: lists.use(id, name: new.name, at: clock.now()))
        if answer.status == "existed" {
            return try await history(of: id, .positions(0..<new.messages.count))
        }
        clock.learn(from: try answer.timestamp(0))
        return try created(id, answer, messages)
    }

    /// Makes a session from another one: the same messages up to one, then some of its own.
    ///
    /// The messages are copied by the server, bytes and timestamps unchanged. A branch takes model,
    /// options and time to live from its parent.
    public func branch(_ new: NewBranch) async throws -> History {
        let parent = new.parent
        let messages = try MessageBatch(new.messages)
        let fields = try MetaFields(name: new.name, parent: parent, summary: new.summary)
        let arguments = [new.last?.upperBound ?? "+inf", timeToLive.map(MetaFields.value) ?? ""]
        do {
            let answer = try await run(
                SessionScripts.branch, on: new.id,
                [keys.messages(parent), keys.meta(parent), keys.blobs(parent)],
                arguments + fields.counted + messages.arguments,
                also: lists.use(new.id, name: new.name, at: clock.now())
                    + [lists.branch(new.id, of: parent)])
            return try created(new.id, answer, messages)
        } catch let error as ChatError where error == .sessionNotFound(new.id) {
            throw ChatError.sessionNotFound(parent)
        }
    }

    private func created(
        _ id: SessionID, _ answer: ScriptAnswer, _ messages: MessageBatch
    ) throws -> History {
        let header = try SessionHeader(try answer[2].array())
        let position = try answer.integer(1)
        return History(
            session: header.session(id),
            messages: messages.stored(
                at: try answer.timestamp(0), number: header.pruned + position + 1))
    }
}

extension Timestamp {
    /// The greatest score that still counts as this moment: half a microsecond behind it, because
    /// scores of other programs may be finer than ours.
    var upperBound: RedisArgument { RedisArgument(text + "5") }
}
