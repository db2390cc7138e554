/// A model to make from another one.
public struct NewModel: Hashable, Sendable {
    /// The name that it gets.
    public var name: String
    /// The model that it is made from.
    public var base: String
    /// Its system prompt; the base's where there is none.
    public var system: String?
    /// The options that it brings with it, beside those of the base.
    public var options: ModelOptions
    /// The messages that every conversation with it begins with.
    public var messages: [Message]

    /// Describes a model to make.
    public init(
        name: String, from base: String, system: String? = nil,
        options: ModelOptions = ModelOptions(), messages: [Message] = []
    ) {
        self.name = name
        self.base = base
        self.system = system
        self.options = options
        self.messages = messages
    }
}
