internal import CSpawn

#if canImport(Glibc)
    import Glibc

    private typealias FileActions = posix_spawn_file_actions_t
    private typealias Attributes = posix_spawnattr_t
#else
    import Darwin

    private typealias FileActions = posix_spawn_file_actions_t?
    private typealias Attributes = posix_spawnattr_t?
#endif

/// A program that this one started and that may outlive it.
///
/// It has a session of its own, so that Ctrl-C and the end of the terminal do not reach it, no
/// input, and a file for its output. No descriptor of this program is open in it but one that it
/// is given.
package final class DetachedProcess {
    private static let givenDescriptor: Int32 = 3

    private let id: pid_t
    private var end: Int32?

    /// Starts a program.
    ///
    /// Wraps `posix_spawn`.
    ///
    /// - Parameters:
    ///   - executable: The path of the program.
    ///   - arguments: Its arguments, without its name.
    ///   - environment: Its environment.
    ///   - logPath: Where its output is appended; made if need be, for this user only.
    ///   - descriptor: A descriptor that it inherits as number 3.
    /// - Throws: An error if the program cannot be started.
    package init(
        _ executable: String, _ arguments: [String], environment: [String: String],
        logPath: String, inheriting descriptor: Int32? = nil
    ) throws(SpawnError) {
        #if canImport(Glibc)
            var actions = FileActions()
            var attributes = Attributes()
        #else
            var actions: FileActions = nil
            var attributes: Attributes = nil
        #endif
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        Self.describeFiles(&actions, logPath: logPath, descriptor: descriptor)
        Self.describeSession(&attributes)
        let firstClosed = Self.givenDescriptor + (descriptor == nil ? 0 : 1)
        cspawn_close_from(&actions, &attributes, firstClosed)
        var id: pid_t = 0
        let result = withCStrings([executable] + arguments) { arguments in
            withCStrings(environment.map { "\($0)=\($1)" }) { variables in
                posix_spawn(&id, executable, &actions, &attributes, arguments, variables)
            }
        }
        guard result == 0 else {
            throw SpawnError(executable: executable, reason: String(cString: strerror(result)))
        }
        self.id = id
    }

    deinit { _ = hasEnded() }

    /// Whether the program has ended; if so, the system forgets it.
    ///
    /// Wraps `waitpid`.
    package func hasEnded() -> Bool {
        if end == nil {
            var status: Int32 = 0
            if waitpid(id, &status, WNOHANG) != 0 { end = status }
        }
        return end != nil
    }

    /// Whether the program has ended by itself, with an error.
    package func hasFailed() -> Bool {
        guard hasEnded(), let end else { return false }
        let signal = end & 0x7f
        return signal == 0 && end != 0
    }

    /// Tells the program to end.
    ///
    /// Wraps `kill`.
    package func terminate() {
        // Only of a child that was not waited for is it certain that it still has its number.
        if !hasEnded() { kill(id, SIGTERM) }
    }

    /// Gives the program no input, the log as output, and the descriptor that it inherits.
    private static func describeFiles(
        _ actions: inout FileActions, logPath: String, descriptor: Int32?
    ) {
        // It goes first: its own number may be one of those that the others overwrite.
        if let descriptor {
            posix_spawn_file_actions_adddup2(&actions, descriptor, givenDescriptor)
        }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(
            &actions, 1, logPath, O_WRONLY | O_APPEND | O_CREAT, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
    }

    /// Gives the program a session of its own, and signals as if nobody had touched them.
    private static func describeSession(_ attributes: inout Attributes) {
        // A program inherits which signals its starter blocks, and the threads of Dispatch do.
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        let flags = Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) | cspawn_setsid()
        posix_spawnattr_setflags(&attributes, flags)
    }
}

/// Lends strings as C wants them for a new program: an array that ends with a null pointer.
private func withCStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
    let copies = strings.map { strdup($0) }
    defer {
        for copy in copies { free(copy) }
    }
    return body(copies + [nil])
}
