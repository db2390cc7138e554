import Platform

/// What the tests ask of the operating system about processes and files.
enum System {
    /// The user as whom the tests run.
    static var userID: UInt32 { geteuid() }

    /// Whether a path can be read.
    static func canRead(_ path: String) -> Bool { access(path, R_OK) == 0 }

    /// Sends a signal to one process.
    static func send(_ signal: Signal, to process: Int32) { kill(process, signal.number) }

    /// The session that a process belongs to.
    static func session(of process: Int32) -> Int32 { getsid(process) }

    /// Whether a child of the tests is gone and waited for.
    static func isForgotten(_ process: Int32) -> Bool { waitpid(process, nil, WNOHANG) == -1 }

    /// Says who may do what with a file.
    static func setPermissions(_ permissions: UInt32, of path: String) {
        chmod(path, mode_t(permissions))
    }

    /// Gives a file to another user.
    static func giveAway(_ path: String) -> Bool { chown(path, 65534, 65534) == 0 }

    /// Makes a file of a size.
    static func makeFile(_ path: String, size: Int) -> Bool {
        let descriptor = open(path, O_RDWR | O_CREAT, 0o600)
        defer { close(descriptor) }
        return ftruncate(descriptor, off_t(size)) == 0
    }

    /// Does something while a file is open that programs inherit which are started meanwhile.
    static func withInheritableFile<Result>(
        _ path: String, _ body: () async throws -> Result
    ) async throws -> Result {
        let descriptor = open(path, O_RDONLY)
        defer { close(descriptor) }
        return try await body()
    }

    /// Whether file systems can be mounted.
    static let canMount = userID == 0 && run("unshare -m true 2>/dev/null")

    /// Whether commands can be run as another user.
    static let canBecomeAnother =
        userID == 0 && run("setpriv --reuid=65534 --regid=65534 --clear-groups true 2>/dev/null")

    /// Runs a command of the shell.
    ///
    /// - Returns: Whether it succeeded.
    static func run(_ command: String) -> Bool { system(command) == 0 }

    /// Where a shell finds a program.
    static func find(_ program: String) -> String? {
        let folders = getenv("PATH").map { String(cString: $0) }?.split(separator: ":") ?? []
        return folders.map { "\($0)/\(program)" }.first { access($0, X_OK) == 0 }
    }

    /// The process ids of the Redis servers whose command line names a path.
    static func servers(naming path: String) throws -> [Int32] {
        // The brackets keep the shell that runs pgrep from finding itself.
        guard let pipe = popen("pgrep -f 'redis-serve[r] .*\(path)'", "r") else {
            throw TestFailure.noShell
        }
        defer { pclose(pipe) }
        var buffer = [CChar](repeating: 0, count: 64)
        var found: [Int32] = []
        while let line = fgets(&buffer, 64, pipe) { found.append(Int32(atoi(line))) }
        return found
    }
}

/// A signal that the tests send.
enum Signal {
    case interrupt, kill, terminate, stop, resume

    /// The number of the signal.
    var number: Int32 {
        switch self {
        case .interrupt: SIGINT
        case .kill: SIGKILL
        case .terminate: SIGTERM
        case .stop: SIGSTOP
        case .resume: SIGCONT
        }
    }
}

/// What keeps a test from being run.
enum TestFailure: Error {
    case noDisk
    case noShell
    case noProgram
}
