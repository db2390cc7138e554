import Chat
import Redis

/// The lists of sessions: by activity, and by folded name and id.
///
/// They travel behind the scripts, not inside, so that a script touches one session only. An entry
/// may therefore be stale; whoever reads the lists checks against the session itself.
struct SessionLists {
    let keys: SessionKeys

    /// An entry of the list of names.
    struct Entry {
        /// The bytes in Redis.
        let member: [UInt8]
        /// The folded name, or `nil` for an entry of the id.
        let name: String?
        /// The session.
        let id: SessionID

        init?(_ member: [UInt8]) {
            let start = (member.lastIndex(of: 0) ?? 1) + 1
            guard member.count > 2,
                let id = SessionID(String(decoding: member.dropFirst(start), as: UTF8.self))
            else { return nil }
            self.member = member
            self.id = id
            name =
                member.first == UInt8(ascii: "n")
                ? String(decoding: member[2..<max(2, start - 1)], as: UTF8.self) : nil
        }
    }

    /// A name as it is compared: without regard to case.
    static func folded(_ name: String) -> String { name.lowercased() }

    /// Says that a session was used.
    func use(_ id: SessionID, name: String? = nil, at time: Timestamp) -> [RedisCommand] {
        [
            RedisCommand(
                "ZADD",
                [
                    RedisArgument(keys.activity), "GT", RedisArgument(time.text),
                    RedisArgument(id.text),
                ]),
            self.name(id, name),
        ]
    }

    /// Says how a session can be found, without counting that as a use.
    func name(_ id: SessionID, _ name: String?) -> RedisCommand {
        let names = [idMember(id)] + (name.map { [nameMember($0, id)] } ?? [])
        return RedisCommand(
            "ZADD", [RedisArgument(keys.names)] + names.flatMap { ["0", RedisArgument($0)] })
    }

    /// Says that a session was branched from another one.
    func branch(_ id: SessionID, of parent: SessionID) -> RedisCommand {
        RedisCommand("ZADD", [RedisArgument(keys.branches), "0", branchMember(id, of: parent)])
    }

    /// Asks for the branches of a session.
    func branches(of parent: SessionID) -> RedisCommand {
        RedisCommand(
            "ZRANGE",
            [
                RedisArgument(keys.branches), RedisArgument("[\(parent)\0"),
                RedisArgument("(\(parent)\u{1}"), "BYLEX",
            ])
    }

    /// Takes branches off the list that are not there any more.
    func dropBranches(_ ids: [SessionID], of parent: SessionID) -> RedisCommand {
        RedisCommand(
            "ZREM", [RedisArgument(keys.branches)] + ids.map { branchMember($0, of: parent) })
    }

    private func branchMember(_ id: SessionID, of parent: SessionID) -> RedisArgument {
        RedisArgument("\(parent)\0\(id)")
    }

    /// Takes a session off the lists; its name goes when somebody looks for it.
    func forget(_ id: SessionID) -> [RedisCommand] {
        [
            RedisCommand("ZREM", [RedisArgument(keys.activity), RedisArgument(id.text)]),
            drop([idMember(id)]),
        ]
    }

    /// Says that a session was put into the trash.
    func trash(_ id: SessionID, at time: Timestamp) -> RedisCommand {
        RedisCommand(
            "ZADD",
            [RedisArgument(keys.trashed), RedisArgument(time.text), RedisArgument(id.text)])
    }

    /// Says that sessions are not in the trash any more.
    func untrash(_ ids: [SessionID]) -> RedisCommand {
        RedisCommand("ZREM", [RedisArgument(keys.trashed)] + ids.map { RedisArgument($0.text) })
    }

    /// Takes entries off the list of names.
    func drop(_ members: [[UInt8]]) -> RedisCommand {
        RedisCommand("ZREM", [RedisArgument(keys.names)] + members.map { RedisArgument($0) })
    }

    /// Asks for the entries of a name.
    func named(_ name: String) -> RedisCommand {
        let start = Array("n:\(Self.folded(name))".utf8)
        return range(from: start + [0], to: start + [1])
    }

    /// Asks for the entries of ids that begin with a text.
    func beginning(with prefix: String) -> RedisCommand {
        let start = Array("i:\(prefix)".utf8)
        return range(from: start, to: start + [0xFF])
    }

    private func range(from start: [UInt8], to end: [UInt8]) -> RedisCommand {
        RedisCommand(
            "ZRANGE",
            [
                RedisArgument(keys.names), RedisArgument(Array("[".utf8) + start),
                RedisArgument(Array("(".utf8) + end), "BYLEX", "LIMIT", "0", "100",
            ])
    }

    private func idMember(_ id: SessionID) -> [UInt8] { Array("i:\(id)".utf8) }

    private func nameMember(_ name: String, _ id: SessionID) -> [UInt8] {
        Array("n:\(Self.folded(name))\0\(id)".utf8)
    }
}
