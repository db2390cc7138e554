import Spawning

/// How the server is called.
struct ServerCommand {
    /// The path of the program.
    let executable: String
    /// Its arguments, without the name of the program.
    let arguments: [String]
    /// The variables of its environment: none that may hold a password, since the server outlives
    /// the program that starts it.
    let environment: [String: String]

    private static let names = ["redis-server", "valkey-server"]

    /// Finds the program.
    ///
    /// - Parameters:
    ///   - directory: Where the server keeps its data.
    ///   - environment: Tells where programs are looked for.
    /// - Throws: An error if it is not installed.
    init(
        for directory: PrivateRedisDirectory, environment: [String: String]
    ) throws(PrivateRedisError) {
        guard let executable = ProgramSearch.find(Self.names, in: environment) else {
            throw .serverMissing
        }
        self.executable = executable
        self.environment = environment.filter { EnvironmentVariable(rawValue: $0.key) != nil }
        arguments = Self.settings(for: directory).flatMap { ["--\($0)", $1] }
    }

    /// The settings that differ from the server's own.
    ///
    /// The append-only file is synchronous because nothing said may be lost, and has no RDB
    /// preamble because older versions could not read a newer one.
    private static func settings(for directory: PrivateRedisDirectory) -> KeyValuePairs<
        String, String
    > {
        [
            "port": "0",
            "unixsocket": directory.socketPath,
            "unixsocketperm": "700",
            "dir": directory.path,
            "logfile": directory.logPath,
            "pidfile": directory.processIDPath,
            "appendonly": "yes",
            "appendfsync": "always",
            "aof-use-rdb-preamble": "no",
            "save": "",
            "maxmemory-policy": "noeviction",
        ]
    }
}
