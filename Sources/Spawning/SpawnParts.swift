internal import CSpawn
import Platform

/// What starting a program takes.
enum SpawnParts {
    /// Wraps `posix_spawn`.
    ///
    /// - Parameters:
    ///   - executable: The path of the program.
    ///   - arguments: Its arguments, without its name.
    ///   - environment: Its environment.
    ///   - describe: Says what becomes of its descriptors, its signals and its session.
    /// - Returns: Its process id.
    /// - Throws: An error if the program cannot be started.
    static func spawn(
        _ executable: String, _ arguments: [String], environment: [String: String],
        describe: (inout FileActions, inout Attributes) -> Void
    ) throws(SpawnError) -> pid_t {
        var (actions, attributes) = nothing
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        describe(&actions, &attributes)
        var id: pid_t = 0
        let result = withCStrings([executable] + arguments) { arguments in
            withCStrings(environment.map { "\($0)=\($1)" }) { variables in
                posix_spawn(&id, executable, &actions, &attributes, arguments, variables)
            }
        }
        guard result == 0 else {
            throw SpawnError(executable: executable, reason: String(cString: strerror(result)))
        }
        return id
    }

    /// Gives the program signals as if nobody had touched them.
    ///
    /// - Parameters:
    ///   - attributes: The attributes of the program.
    ///   - flags: Other flags of it.
    static func describeSignals(_ attributes: inout Attributes, flags: Int16 = 0) {
        // A program inherits which signals its starter blocks, and the threads of Dispatch do.
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) | flags)
    }

    /// Lends strings as C wants them for a new program: an array that ends with a null pointer.
    private static func withCStrings<Result>(
        _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let copies = strings.map { strdup($0) }
        defer {
            for copy in copies { free(copy) }
        }
        return body(copies + [nil])
    }
}
