import Chat
import Redis
import Search

/// What tells whether the messages of a session have vectors.
struct VectorProbe: Sendable {
    /// How many sessions are asked for at once.
    static let batchSize = 500

    let id: SessionID
    /// What stands before the vectors, as it is kept; nothing where there are none.
    let head: [UInt8]
    /// The same, where it can be read and the vectors are those of the model.
    let header: VectorHeader?
    /// How many bytes the vectors take up.
    let length: Int
    /// Whether something else has the name of the key, which is left alone.
    let isTaken: Bool
    /// What the session is like.
    let messages: IndexProbe

    /// Reads what there is to know of some sessions.
    static func read(
        _ ids: [SessionID], of model: String, in store: RedisSessionStore
    ) async throws -> [VectorProbe] {
        let heads = try await store.pool.pipeline(ids.flatMap { commands($0, store.keys) })
        let headers = ids.indices.map { index in
            let header = VectorHeader((try? heads[2 * index].bytes()) ?? [])
            return header?.model == model ? header : nil
        }
        let probes = try await store.pool.pipeline(
            zip(ids, headers).flatMap { IndexProbe.commands($0, $1?.state, store.keys) })
        return ids.enumerated().map { index, id in
            let bytes = (try? heads[2 * index].bytes()) ?? []
            let length = try? heads[2 * index + 1].integer()
            let start = index * IndexProbe.size
            return VectorProbe(
                id: id, head: Array(bytes.prefix(VectorHeader(bytes)?.size ?? bytes.count)),
                header: headers[index], length: length ?? 0, isTaken: length == nil,
                messages: IndexProbe(probes[start..<start + IndexProbe.size]))
        }
    }

    /// The commands that tell what stands before the vectors, and how long they are.
    static func commands(_ id: SessionID, _ keys: SessionKeys) -> [RedisCommand] {
        let key = RedisArgument(keys.vectors(id))
        return [
            RedisCommand("GETRANGE", [key, "0", RedisArgument(VectorHeader.longest - 1)]),
            RedisCommand("STRLEN", [key]),
        ]
    }

    /// Whether all messages were looked at, or cannot be.
    var isComplete: Bool {
        messages.count == 0 || isTaken || header.map { messages.equals($0.state) } ?? false
    }

    /// Whether there is nothing to do but to go on behind the messages that were looked at.
    var isGrowth: Bool { header.map { messages.continues($0.state) } ?? false }
}

extension VectorHeader {
    /// The messages that were looked at, as the index of words describes them.
    var state: IndexState {
        var state = IndexState(number: 0)
        (state.count, state.through, state.revision) = (count, through, revision)
        return state
    }
}
