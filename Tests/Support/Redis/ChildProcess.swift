import CSpawn
import Platform

/// A process that was started here and is waited for here.
package struct ChildProcess {
    private var id: pid_t?

    /// Starts a program that is found through `PATH`, with an empty environment.
    package init(_ program: String, _ arguments: [String]) throws {
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
        words.append(nil)
        defer { words.forEach { free($0) } }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // The threads of a task block most signals, and a child would inherit that: SIGTERM would
        // never reach it.
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // A connection of another test that the child inherits would stay open behind its back.
        cspawn_close_from(&actions, &attributes, 3)
        var id: pid_t = 0
        let result = posix_spawnp(&id, program, &actions, &attributes, words, nil)
        guard result == 0 else { throw SpawnFailed(program: program, errno: result) }
        self.id = id
    }

    /// Whether the process has not ended yet.
    package var isRunning: Bool {
        mutating get {
            guard let id else { return false }
            if waitpid(id, nil, WNOHANG) != 0 { self.id = nil }
            return self.id != nil
        }
    }

    /// Asks the process to end and waits until it has.
    package mutating func terminate() { end(SIGTERM) }

    /// Ends the process at once and waits until it has ended.
    package mutating func kill() { end(SIGKILL) }

    private mutating func end(_ signal: Int32) {
        guard isRunning, let id else { return }
        send(signal, to: id)
        while waitpid(id, nil, 0) == -1, errno == EINTR {}
        self.id = nil
    }
}

/// Calls the C function `kill`, which a method of the process hides.
private func send(_ signal: Int32, to id: pid_t) {
    _ = kill(id, signal)
}

/// A program that could not be started.
private struct SpawnFailed: Error {
    /// The name of the program.
    let program: String
    /// The reason as the system gives it.
    let errno: Int32
}
