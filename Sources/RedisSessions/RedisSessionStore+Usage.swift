public import Chat
import Redis

extension RedisSessionStore {
    /// Tells how much memory the server uses, what its limit is, and what it does there.
    ///
    /// A user who may not ask the server learns nothing, which is no error.
    public func usage() async throws -> StoreUsage {
        do {
            let text = try await pool.execute(RedisCommand("INFO", ["memory"])).text()
            let fields = Self.fields(of: text)
            let limit = fields["maxmemory"].flatMap { Int($0) } ?? 0
            return StoreUsage(
                memoryUsed: fields["used_memory"].flatMap { Int($0) },
                memoryLimit: limit > 0 ? limit : nil, policy: fields["maxmemory_policy"])
        } catch let error as RedisError where error.serverCode == "NOPERM" {
            return StoreUsage()
        }
    }

    /// Tells how many bytes sessions take up, over all of their keys, in two round trips.
    ///
    /// Of a key with more members the server looks at a thousand, and reckons the rest from them;
    /// the five that it looks at unless told may leave out the one that is large.
    public func sizes(of ids: [SessionID]) async throws -> [SessionID: Int] {
        let drafts = try await pool.pipeline(
            ids.map { RedisCommand("HKEYS", [RedisArgument(keys.drafts($0))]) })
        let keysOfEach = zip(ids, drafts).map { id, turns in
            // A key of another kind in the place of the drafts has none in it.
            let turns = ((try? turns.array()) ?? []).compactMap {
                (try? $0.text()).flatMap(TurnID.init)
            }
            return keys.all(id) + turns.map { keys.draft(id, $0) }
        }
        let replies = try await pool.pipeline(
            keysOfEach.joined().map {
                RedisCommand("MEMORY", ["USAGE", RedisArgument($0), "SAMPLES", "1000"])
            })
        var sizes: [SessionID: Int] = [:]
        var rest = replies[...]
        for (id, keys) in zip(ids, keysOfEach) {
            // No answer is a key that is not there; the others are refusals.
            let size = rest.prefix(keys.count).reduce(0) { $0 + ((try? $1.integer()) ?? 0) }
            rest = rest.dropFirst(keys.count)
            if size > 0 { sizes[id] = size }
        }
        return sizes
    }

    /// The lines of a report of the server: `name:value`.
    private static func fields(of text: String) -> [Substring: String] {
        text.split(whereSeparator: \.isNewline).reduce(into: [:]) { fields, line in
            let parts = line.split(separator: ":", maxSplits: 1)
            if parts.count == 2 { fields[parts[0]] = String(parts[1]) }
        }
    }
}
