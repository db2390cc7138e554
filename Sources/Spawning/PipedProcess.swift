internal import CSpawn
import Dispatch
import Files
import Platform
import Synchronization

/// A program that reads a text and whose output is taken, such as a filter.
///
/// It has a session of its own: it has no terminal, and all that it starts is stopped with it.
package final class PipedProcess: Sendable {
    /// How long a program that is told to stop may take.
    private static let patience = DispatchTimeInterval.seconds(1)

    private let id: pid_t
    private let hasEnded = Mutex(false)

    /// Runs a program to its end; a task that is cancelled stops it.
    ///
    /// Wraps `posix_spawn` and `waitpid`. What the program leaves running behind it is not waited
    /// for. A program that does not read its input is no failure: SIGPIPE is ignored from now on.
    ///
    /// - Parameters:
    ///   - executable: The path of the program.
    ///   - arguments: Its arguments, without its name.
    ///   - environment: Its environment.
    ///   - input: What it reads.
    ///   - onOutput: Takes what it writes, to either stream, on a thread of its own.
    /// - Returns: The status with which it ended, or the negative number of the signal that ended
    ///   it.
    /// - Throws: ``SpawnError`` if the program cannot be started, `CancellationError` if it was
    ///   stopped.
    package static func run(
        _ executable: String, _ arguments: [String], environment: [String: String],
        input: [UInt8], onOutput: @escaping @Sendable ([UInt8]) -> Void
    ) async throws -> Int32 {
        signal(SIGPIPE, SIG_IGN)
        let pipes = try ProcessPipes(for: executable)
        let process: PipedProcess
        do {
            process = try PipedProcess(executable, arguments, environment, pipes)
        } catch {
            pipes.close()
            pipes.noteEnd()
            throw error
        }
        let status = await withTaskCancellationHandler {
            await process.exchange(input, pipes, onOutput)
        } onCancel: {
            process.stop()
        }
        try Task.checkCancellation()
        return status
    }

    private init(
        _ executable: String, _ arguments: [String], _ environment: [String: String],
        _ pipes: ProcessPipes
    ) throws(SpawnError) {
        id = try SpawnParts.spawn(executable, arguments, environment: environment) {
            actions, attributes in
            posix_spawn_file_actions_adddup2(&actions, pipes.input.readEnd, 0)
            posix_spawn_file_actions_adddup2(&actions, pipes.output.writeEnd, 1)
            posix_spawn_file_actions_adddup2(&actions, pipes.output.writeEnd, 2)
            SpawnParts.describeSignals(&attributes, flags: cspawn_setsid())
            cspawn_close_from(&actions, &attributes, 3)
        }
    }

    /// Gives the program its input and takes its output until it has ended.
    private func exchange(
        _ input: [UInt8], _ pipes: ProcessPipes, _ onOutput: @escaping @Sendable ([UInt8]) -> Void
    ) async -> Int32 {
        pipes.closeEndsOfProgram()
        // Queues of their own: both block, and the threads that others share are few.
        DispatchQueue(label: "piped-process.exchange").async {
            pipes.exchange(input, onOutput)
            pipes.close()
            pipes.isDone.signal()
        }
        return await withCheckedContinuation { continuation in
            DispatchQueue(label: "piped-process.wait").async { [self] in
                let status = wait()
                pipes.noteEnd()
                pipes.isDone.wait()
                continuation.resume(returning: status)
            }
        }
    }

    /// Waits for the end of the program.
    ///
    /// Wraps `waitid` and `waitpid`. Until it is waited for, nobody else gets its number.
    private func wait() -> Int32 {
        var information = siginfo_t()
        while waitid(P_PID, id_t(id), &information, WEXITED | WNOWAIT) < 0, errno == EINTR {}
        return hasEnded.withLock { hasEnded in
            hasEnded = true
            var status: Int32 = 0
            while waitpid(id, &status, 0) < 0, errno == EINTR {}
            return ForegroundProcess.outcome(of: status)
        }
    }

    /// Stops the program and all that it started, as Ctrl-C does, and in the end without asking.
    private func stop() {
        send(SIGINT)
        DispatchQueue(label: "piped-process.stop").asyncAfter(deadline: .now() + Self.patience) {
            [self] in
            send(SIGKILL)
        }
    }

    /// Wraps `kill`.
    private func send(_ signal: Int32) {
        hasEnded.withLock { hasEnded in
            if !hasEnded { kill(-id, signal) }
        }
    }
}
