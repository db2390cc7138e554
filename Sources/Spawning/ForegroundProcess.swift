internal import CSpawn
import Dispatch
import Platform

/// A program that takes over the terminal until it ends, such as an editor.
package enum ForegroundProcess {
    /// Runs a program with the input, the output and the terminal of this one.
    ///
    /// Wraps `posix_spawn` and `waitpid`. No other descriptor of this program is open in it.
    ///
    /// - Parameters:
    ///   - executable: The path of the program.
    ///   - arguments: Its arguments, without its name.
    ///   - environment: Its environment.
    /// - Returns: The status with which it ended, or the negative number of the signal that ended
    ///   it.
    /// - Throws: An error if the program cannot be started.
    package static func run(
        _ executable: String, _ arguments: [String], environment: [String: String]
    ) async throws(SpawnError) -> Int32 {
        let id = try SpawnParts.spawn(executable, arguments, environment: environment) {
            actions, attributes in
            for stream in Int32(0)...2 {
                posix_spawn_file_actions_adddup2(&actions, stream, stream)
            }
            SpawnParts.describeSignals(&attributes)
            cspawn_close_from(&actions, &attributes, 3)
        }
        return await withCheckedContinuation { continuation in
            // A thread of its own: waiting blocks, and the cooperative pool must not.
            DispatchQueue.global().async { continuation.resume(returning: wait(for: id)) }
        }
    }

    private static func wait(for id: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0, errno == EINTR {}
        return outcome(of: status)
    }

    /// What the system says of the end of a program, as one number.
    static func outcome(of status: Int32) -> Int32 {
        let signal = status & 0x7f
        return signal == 0 ? (status >> 8) & 0xff : -signal
    }
}
