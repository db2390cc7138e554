import CSpawn
import Platform

/// Starts programs for the terminals of the tests.
enum Spawn {
    /// Starts a program.
    ///
    /// - Parameters:
    ///   - program: Its path, or its name if it is in `PATH`.
    ///   - arguments: Its arguments, without its name.
    ///   - environment: All of its environment.
    ///   - terminal: The terminal that is to be its controlling one, and all of its streams.
    ///   - streams: Otherwise, the descriptors of its standard input, and of both outputs.
    /// - Returns: The process id.
    /// - Throws: An error when the program cannot be started.
    static func start(
        _ program: String, _ arguments: [String], environment: [String: String],
        terminal: String? = nil, streams: (input: CInt, output: CInt) = (0, 1)
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let terminal {
            // The first terminal that the leader of a session opens becomes the controlling one.
            posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
            for stream in CInt(1)...2 { posix_spawn_file_actions_adddup2(&actions, 0, stream) }
        } else {
            posix_spawn_file_actions_adddup2(&actions, streams.input, 0)
            posix_spawn_file_actions_adddup2(&actions, streams.output, 1)
            posix_spawn_file_actions_adddup2(&actions, streams.output, 2)
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        try setSignals(of: &attributes, inNewSession: terminal != nil)
        // A connection of another test that a program inherits would stay open behind its back.
        cspawn_close_from(&actions, &attributes, 3)
        let words = cStrings([program] + arguments)
        let variables = cStrings(environment.map { "\($0)=\($1)" })
        defer { (words + variables).forEach { free($0) } }
        var id: pid_t = 0
        let result = posix_spawnp(&id, program, &actions, &attributes, words, variables)
        guard result == 0 else { throw SpawnError(program: program, systemError: result) }
        return id
    }

    /// Asks a program to end that was not started here directly.
    static func end(_ process: pid_t) { kill(process, SIGTERM) }

    /// Makes a pipe that programs do not inherit.
    static func makePipe() throws -> (readEnd: CInt, writeEnd: CInt) {
        var ends: [CInt] = [-1, -1]
        guard pipe(&ends) == 0 else { throw SpawnError(program: "pipe", systemError: errno) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }

    /// The threads of tasks block signals, and a program would inherit that.
    private static func setSignals(
        of attributes: inout posix_spawnattr_t, inNewSession: Bool
    ) throws {
        var (none, all) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        let session = inNewSession ? cspawn_setsid() : 0
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) | session)
    }

    private static func cStrings(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
        texts.map { strdup($0) } + [nil]
    }
}

/// A program that could not be started.
struct SpawnError: Error {
    /// The program.
    let program: String
    /// The system's error number.
    let systemError: CInt
}
