import Chat
import Redis

/// Fields of the metadata that a script is to set.
struct MetaFields {
    /// Names and values in turn.
    private(set) var arguments: [RedisArgument] = []

    /// The number of the arguments, and they.
    var counted: [RedisArgument] { [RedisArgument(arguments.count)] + arguments }

    /// The fields of a session that is about to be made.
    init(
        name: String?, model: String? = nil, options: ModelOptions = ModelOptions(),
        timeToLive: TimeToLive? = nil, parent: SessionID? = nil, summary: SessionSummary? = nil
    ) throws {
        set("schema", "1")
        if let name { set("name", RedisArgument(name)) }
        if let model { set("model", RedisArgument(model)) }
        if !options.isEmpty { try set(options) }
        if let timeToLive { set("ttl", Self.value(timeToLive)) }
        if let parent { set("parent", RedisArgument(parent.text)) }
        if let summary { try set(summary) }
    }

    /// The fields of a session that comes from elsewhere.
    init(_ copy: SessionCopy, timeToLive: TimeToLive?) throws {
        try self.init(
            name: copy.name, model: copy.model, options: copy.options, timeToLive: timeToLive,
            parent: copy.parent, summary: copy.summary)
        if !copy.choices.isEmpty { try set(copy.choices) }
        if let point = copy.branchPoint { set("branch_at", RedisArgument(point)) }
    }

    /// The fields that changes set.
    init(_ changes: [SessionChange]) throws {
        for change in changes {
            switch change {
            case .name(let name): set("name", RedisArgument(name))
            case .model(let model): set("model", RedisArgument(model))
            case .options(let options): try set(options)
            case .timeToLive(let timeToLive): set("ttl", Self.value(timeToLive))
            case .pinned(let isPinned): set("pinned", isPinned ? "1" : "0")
            case .summary(let summary?): try set(summary)
            // An empty field is none.
            case .summary(nil): set("summary", "")
            case .choices(let choices): try set(choices)
            }
        }
    }

    /// A time to live as it stands in the metadata: seconds, 0 for ever.
    static func value(_ timeToLive: TimeToLive) -> RedisArgument {
        switch timeToLive {
        case .forever: "0"
        case .seconds(let seconds): RedisArgument(min(max(seconds, 1), 99_999_999_999))
        }
    }

    private mutating func set(_ summary: SessionSummary) throws {
        set("summary", RedisArgument(try JSONText.encode(SummaryRecord(summary))))
    }

    private mutating func set(_ choices: ContextChoices) throws {
        set("choices", RedisArgument(try JSONText.encode(ChoicesRecord(choices))))
    }

    private mutating func set(_ options: ModelOptions) throws {
        set("options", RedisArgument(try JSONText.encode(options.record)))
    }

    private mutating func set(_ name: RedisArgument, _ value: RedisArgument) {
        arguments += [name, value]
    }
}
