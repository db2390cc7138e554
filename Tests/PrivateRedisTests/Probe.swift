import CSpawn
import Dispatch
import Platform
import PrivateRedis

/// A separate program that uses the private server: `private-redis-probe`.
final class Probe: Sendable {
    let processID: pid_t
    private let input: Int32
    private let output: Int32

    /// Starts the program in a process group of its own, as a shell does.
    init(_ directory: PrivateRedisDirectory) throws {
        var toChild: [Int32] = [0, 0]
        var fromChild: [Int32] = [0, 0]
        guard pipe(&toChild) == 0, pipe(&fromChild) == 0 else { throw TestFailure.noProgram }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_adddup2(&actions, toChild[0], 0)
        posix_spawn_file_actions_adddup2(&actions, fromChild[1], 1)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        // Tests that run in the background of a shell ignore SIGINT, and programs inherit that.
        var signals = sigset_t()
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF))
        // A connection of another test that the program inherits would stay open behind its back.
        cspawn_close_from(&actions, &attributes, 3)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
            close(toChild[0])
            close(fromChild[1])
        }
        let path = try Self.path()
        let arguments = [strdup(path), strdup(directory.path), nil]
        defer { for argument in arguments { free(argument) } }
        var processID: pid_t = 0
        let result = posix_spawn(&processID, path, &actions, &attributes, arguments, environ)
        guard result == 0 else { throw TestFailure.noProgram }
        self.processID = processID
        input = toChild[1]
        output = fromChild[0]
    }

    deinit {
        kill(processID, SIGKILL)
        waitpid(processID, nil, 0)
        close(input)
        close(output)
    }

    /// The run id of the server that the program found or started.
    func runID() async -> String {
        await onThread { [output] in
            var bytes: [UInt8] = []
            var byte: UInt8 = 0
            while read(output, &byte, 1) == 1, byte != UInt8(ascii: "\n") { bytes.append(byte) }
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    /// Asks the program to leave, and waits until it has ended.
    func leave() async {
        await onThread { [input, processID] in
            write(input, "\n", 1)
            var information = siginfo_t()
            waitid(P_PID, id_t(processID), &information, WEXITED | WNOWAIT)
        }
    }

    /// Sends a signal to the process group of the program, and waits until it has ended.
    func end(with signal: Signal) async {
        await onThread { [processID] in
            System.send(signal, to: -processID)
            var information = siginfo_t()
            waitid(P_PID, id_t(processID), &information, WEXITED | WNOWAIT)
        }
    }

    private static func path() throws -> String {
        let bundle = CommandLine.arguments.first { $0.contains(".xctest") } ?? ""
        guard let end = bundle.firstRange(of: ".xctest")?.lowerBound,
            let slash = bundle[..<end].lastIndex(of: "/")
        else { throw TestFailure.noProgram }
        return "\(bundle[..<slash])/private-redis-probe"
    }

    private func onThread<Value: Sendable>(
        _ body: @escaping @Sendable () -> Value
    ) async -> Value {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(returning: body()) }
        }
    }
}
