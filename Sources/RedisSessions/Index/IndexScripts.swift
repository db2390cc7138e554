package import Redis

/// The scripts that change the search index.
package enum IndexScripts {
    /// Gives numbers to messages and writes their rows.
    package static let rows = RedisScript(
        name: "index_rows", source: PackageResources.index_rows_lua)
    /// Puts postings behind those of some terms.
    package static let append = RedisScript(
        name: "index_append", source: PackageResources.index_append_lua)
    /// Notes how far sessions are indexed.
    package static let commit = RedisScript(
        name: "index_commit", source: PackageResources.index_commit_lua)
    /// Keeps the lease, or gives it back.
    package static let lease = RedisScript(
        name: "index_lease", source: PackageResources.index_lease_lua)
    /// Puts postings in place of others.
    package static let replace = RedisScript(
        name: "index_replace", source: PackageResources.index_replace_lua)

    /// All of them.
    package static let all = [rows, append, commit, lease, replace]
}
