import Files

/// The directory in which the private Redis server keeps its data, and what lies in it.
///
/// Every path and every environment variable of this module is spelled here.
package struct PrivateRedisDirectory: Hashable, Sendable {
    /// The directory itself; an absolute path.
    package let path: String

    /// Finds the directory of the user to whom an environment belongs.
    ///
    /// It is `$XDG_DATA_HOME/ollama-chat/redis`, by default `~/.local/share/ollama-chat/redis`.
    ///
    /// - Parameter environment: The environment variables of the program.
    /// - Throws: An error if the home directory is unknown.
    package init(environment: [String: String]) throws(PrivateRedisError) {
        let home = EnvironmentVariable.home.directory(in: environment)
        guard
            let data = EnvironmentVariable.dataHome.directory(in: environment)
                ?? home.map({ "\($0)/.local/share" })
        else { throw .homeUnknown }
        self.init(path: "\(data)/ollama-chat/redis")
    }

    /// Takes a directory that somebody chose.
    ///
    /// - Parameter path: An absolute path.
    package init(path: String) {
        self.path = path
    }

    /// Where the server listens.
    ///
    /// A socket's path is limited to 104 bytes on some systems. Where the data lie too deep, the
    /// socket lies in ``socketFolder`` under a name made from the directory's path.
    package var socketPath: String {
        socketFolder.map { "\($0)/\(Self.socketName(for: path))" } ?? pathOfSocketInside
    }

    /// The folder of the socket, where the directory's own path is too long for one.
    ///
    /// It is the same for all programs of a user: one that depended on the environment, as
    /// `$XDG_RUNTIME_DIR` does, would hide the server of a login from the user's timers.
    package var socketFolder: String? {
        guard pathOfSocketInside.utf8.count > Self.longestSocketPath else { return nil }
        return "/tmp/ollama-chat-\(FileSystem.userID)"
    }

    /// What the server has to say about itself.
    package var logPath: String { "\(path)/redis.log" }

    /// The files in which the server keeps what it was told.
    var appendOnlyFiles: AppendOnlyFiles { AppendOnlyFiles(folder: "\(path)/appendonlydir") }

    /// Where the server writes its process id.
    package var processIDPath: String { "\(path)/redis.pid" }

    /// Locked by a program while it starts or stops the server.
    package var startLockPath: String { "\(path)/start.lock" }

    /// Locked by the server as long as it lives.
    package var serverLockPath: String { "\(path)/server.lock" }

    /// Locked by every program that uses the server; shared among them.
    package var usersLockPath: String { "\(path)/users.lock" }

    /// The size of `sockaddr_un.sun_path` on macOS, the smallest there is, without the final zero.
    private static let longestSocketPath = 103

    private var pathOfSocketInside: String { "\(path)/redis.sock" }

    private static func socketName(for path: String) -> String {
        // FNV-1a; the hash of the standard library differs from one run to the next.
        let hash = path.utf8.reduce(into: 0xcbf2_9ce4_8422_2325 as UInt64) { hash, byte in
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
        }
        return "redis-\(String(hash, radix: 16)).sock"
    }
}

/// A variable of the environment that this module reads.
enum EnvironmentVariable: String {
    /// The user's home directory.
    case home = "HOME"
    /// The directory of the user's data, by the XDG base directory specification.
    case dataHome = "XDG_DATA_HOME"
    /// Where programs are looked for.
    case path = "PATH"

    /// The directory that the variable names; `nil` for a relative path, which XDG tells to ignore.
    func directory(in environment: [String: String]) -> String? {
        guard var value = environment[rawValue], value.hasPrefix("/") else { return nil }
        while value.count > 1, value.hasSuffix("/") { value.removeLast() }
        return value
    }
}
