import Dispatch
import Platform
import TestSupport

/// A program whose first byte of output is waited for.
struct FirstByte {
    private let program: String
    private let arguments: [String]
    private let environment: [String: String]

    init(of program: String, _ arguments: [String], environment: [String: String] = [:]) {
        self.program = program
        self.arguments = arguments
        self.environment = environment
    }

    /// How long it takes from the start of the program to its first byte; then the program is
    /// waited for, and what else it writes is read.
    func time() async throws -> Duration {
        let home = try TemporaryFolder()
        // Takes the place of the file that programs write to.
        let pipe = home.file("stdout")
        guard mkfifo(pipe, 0o600) == 0 else { throw PipeFailure(code: errno) }
        let start = ContinuousClock.now
        let running = try RunningProgram(
            program, arguments, environment: environment, home: home)
        let arrival = await Self.arrival(in: pipe)
        guard try await running.end() == .exited(0), let arrival else {
            throw ProgramFailure(program: program, errors: running.errors)
        }
        return arrival - start
    }

    /// When the first byte came, on a thread that may wait for it; `nil` where none did.
    private static func arrival(in pipe: String) async -> ContinuousClock.Instant? {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(returning: waitForArrival(in: pipe))
            }
        }
    }

    private static func waitForArrival(in pipe: String) -> ContinuousClock.Instant? {
        let descriptor = open(pipe, O_RDONLY)
        defer { close(descriptor) }
        var buffer: [UInt8] = Array(repeating: 0, count: 4096)
        var arrival: ContinuousClock.Instant?
        while read(descriptor, &buffer, buffer.count) > 0 {
            arrival = arrival ?? ContinuousClock.now
        }
        return arrival
    }
}

/// No pipe could be made.
private struct PipeFailure: Error {
    let code: Int32
}

/// A program that failed, or wrote nothing.
private struct ProgramFailure: Error {
    let program: String
    let errors: String
}
