internal import CSpawn
import Platform

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
        id = try SpawnParts.spawn(executable, arguments, environment: environment) {
            actions, attributes in
            Self.describeFiles(&actions, logPath: logPath, descriptor: descriptor)
            SpawnParts.describeSignals(&attributes, flags: cspawn_setsid())
            let firstClosed = Self.givenDescriptor + (descriptor == nil ? 0 : 1)
            cspawn_close_from(&actions, &attributes, firstClosed)
        }
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
}
