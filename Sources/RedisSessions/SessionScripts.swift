package import Redis

/// The scripts that change sessions, each in a file of `Scripts` with the shared part before it.
package enum SessionScripts {
    /// Makes a session.
    package static let create = script("create", PackageResources.create_lua)
    /// Makes a session from another one.
    package static let branch = script("branch", PackageResources.branch_lua)
    /// Makes a session of what was brought in from elsewhere.
    package static let insert = script("insert", PackageResources.insert_lua)
    /// Puts messages behind the newest one.
    package static let append = script("append", PackageResources.append_lua)
    /// Sets or removes the system prompt.
    package static let system = script("system", PackageResources.system_lua)
    /// Changes metadata.
    package static let change = script("change", PackageResources.change_lua)
    /// Counts the time to live anew.
    package static let touch = script("touch", PackageResources.touch_lua)
    /// Moves a session into the trash.
    package static let trash = script("trash", PackageResources.trash_lua)
    /// Brings a session back from the trash.
    package static let undelete = script("undelete", PackageResources.undelete_lua)
    /// Removes a session for good.
    package static let purge = script("purge", PackageResources.purge_lua)
    /// Takes messages off the path.
    package static let remove = script("remove", PackageResources.remove_lua)
    /// Puts messages of the shelf back.
    package static let restore = script("restore", PackageResources.restore_lua)
    /// Begins a turn.
    package static let begin = script("begin", PackageResources.begin_lua)
    /// Adds to a draft.
    package static let checkpoint = script("checkpoint", PackageResources.checkpoint_lua)
    /// Ends a turn with a reply.
    package static let finish = script("finish", PackageResources.finish_lua)
    /// Ends a turn without a reply.
    package static let abandon = script("abandon", PackageResources.abandon_lua)
    /// Takes over the draft of a dead program.
    package static let claim = script("claim", PackageResources.claim_lua)
    /// Puts vectors beside the messages that they are of.
    package static let vectors = script("vectors", PackageResources.vectors_lua)

    /// All of them.
    package static let all = [
        create, branch, insert, append, system, change, touch, trash, undelete, purge, remove,
        restore,
        begin, checkpoint,
        finish, abandon,
        claim, vectors,
    ]

    private static func script(_ name: String, _ body: [UInt8]) -> RedisScript {
        RedisScript(name: name, source: PackageResources.common_lua + body)
    }
}
