/// How much memory a store takes up; what it does not tell is `nil`.
public struct StoreUsage: Hashable, Sendable {
    /// The bytes that it uses, for everything that it holds.
    public var memoryUsed: Int?
    /// The bytes that it may use, where there is a limit.
    public var memoryLimit: Int?
    /// What it does at that limit, in its own words: `noeviction` refuses what is new, the others
    /// forget something.
    public var policy: String?

    /// Describes the memory of a store.
    public init(memoryUsed: Int? = nil, memoryLimit: Int? = nil, policy: String? = nil) {
        self.memoryUsed = memoryUsed
        self.memoryLimit = memoryLimit
        self.policy = policy
    }
}
