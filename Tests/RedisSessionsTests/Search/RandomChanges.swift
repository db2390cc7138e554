import Chat
import Redis
import RedisSessions
import Search
import TestSupport

/// Does at random what programs do with sessions, ours and those of the original layout.
struct RandomChanges {
    private static let words = [
        "redis", "Redis", "a", "token", "tokens", "TOKEN", "cafe", "café", "日本語", "```\ncode\n```",
        "the", "don't",
    ]

    private let world: RedisWorld
    private let editsInPlace: Bool
    private var generator: SeededGenerator
    private var ids: [SessionID] = []
    private var clock = 1_000.0

    /// Makes changes to a store.
    ///
    /// - Parameters:
    ///   - world: The store.
    ///   - seed: What chance begins with.
    ///   - editsInPlace: Whether programs of the original layout put other messages in the place of
    ///     some, which is seen only by those who watch.
    init(_ world: RedisWorld, seed: UInt64, editsInPlace: Bool = true) {
        self.world = world
        self.editsInPlace = editsInPlace
        generator = SeededGenerator(seed: seed)
    }

    /// Makes one change.
    mutating func make() async throws {
        let store = world.store
        guard ids.count > 2, let id = ids.randomElement(using: &generator) else {
            return try await begin()
        }
        do {
            switch Int.random(in: 0..<12, using: &generator) {
            case 0: try await begin()
            case 1, 2: try await store.say([.user(text()), .assistant(text())], in: id)
            case 3: ids.append(try await store.branch(NewBranch(of: id)).session.id)
            case 4:
                let last = try await store.history(of: id, .last(1)).messages
                _ = try await store.remove(MessageRemoval(of: last, as: .undo), from: id)
            case 5:
                let first = try await store.history(of: id, .positions(0..<2)).messages
                _ = try await store.remove(MessageRemoval(of: first, as: .prune), from: id)
            case 6: try await store.delete(id)
            case 7: _ = try await store.undelete(id)
            case 8:
                _ = try await store.change(
                    id, [.name(Bool.random(using: &generator) ? "My talk" : "other")])
            case 9: try await writeAsOthers(to: id)
            case 10: if editsInPlace { try await editAsOthers(id) }
            default:
                try await world.server.redis(
                    "DEL", "session:\(id):messages", "session:\(id):meta")
            }
        } catch is ChatError {
            // What cannot be done to a session that is gone is not done.
        }
    }

    private mutating func begin() async throws {
        if Bool.random(using: &generator) {
            let name = Bool.random(using: &generator) ? "talk \(ids.count)" : nil
            ids.append(try await world.store.create(name, text(), text()))
        } else {
            let id = try id("foreign\(ids.count)")
            ids.append(id)
            try await writeAsOthers(to: id)
        }
    }

    private mutating func writeAsOthers(to id: SessionID) async throws {
        clock += 1
        let escaped = text().unicodeScalars.reduce(into: "") { json, scalar in
            switch scalar {
            case "\n": json += #"\n"#
            case _ where scalar.isASCII: json.unicodeScalars.append(scalar)
            default:
                let hex = String(scalar.value, radix: 16)
                json += #"\u"# + String(repeating: "0", count: 4 - hex.count) + hex
            }
        }
        try await world.addMessage(
            #"{"role": "user", "content": "\#(escaped)", "timestamp": \#(clock)}"#, at: "\(clock)",
            to: id.text, timeToLive: nil)
    }

    /// Puts another text into a message, at the same score.
    private mutating func editAsOthers(_ id: SessionID) async throws {
        let key = "session:\(id):messages"
        let members = try await world.texts("ZRANGE", key, "0", "-1", "WITHSCORES")
        guard members.count > 1 else { return }
        try await world.server.redis("ZREM", key, members[0])
        try await world.addMessage(
            #"{"role": "user", "content": "edited \#(text().filter { $0 != "\n" })"}"#,
            at: members[1], to: id.text, timeToLive: nil)
    }

    private mutating func text() -> String {
        (0..<Int.random(in: 1...6, using: &generator)).map { _ in
            Self.words.randomElement(using: &generator) ?? ""
        }.joined(separator: " ")
    }
}
