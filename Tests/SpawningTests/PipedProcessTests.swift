import Platform
import Spawning
import Synchronization
import TestSupport
import Testing

@Suite struct PipedProcessTests {
    /// What a program wrote.
    private final class Taken: Sendable {
        private let bytes = Mutex<[UInt8]>([])

        var text: String { bytes.withLock { String(decoding: $0, as: UTF8.self) } }
        var count: Int { bytes.withLock(\.count) }

        func add(_ more: [UInt8]) { bytes.withLock { $0 += more } }
    }

    private let taken = Taken()

    private func run(_ command: String, input: [UInt8] = []) async throws -> Int32 {
        try await PipedProcess.run(
            "/bin/sh", ["-c", command], environment: ["PATH": "/usr/bin:/bin"], input: input,
            onOutput: taken.add)
    }

    @Test func `A program reads a text and its output is taken, of both streams`() async throws {
        #expect(try await run("cat; echo also >&2", input: Array("text\n".utf8)) == 0)
        #expect(taken.text == "text\nalso\n")
    }

    @Test func `More than a pipe holds goes in and comes out at once`() async throws {
        let input = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0) }
        #expect(try await run("cat", input: input) == 0)
        #expect(taken.count == input.count)
    }

    @Test func `A program that does not read its input neither hangs nor kills`() async throws {
        let input = [UInt8](repeating: 0x61, count: 1_000_000)
        #expect(try await run("echo done", input: input) == 0)
        #expect(try await run("exec <&-; echo closed", input: input) == 0)
        #expect(taken.text == "done\nclosed\n")
    }

    @Test func `The status and the signal are told`() async throws {
        #expect(try await run("exit 7") == 7)
        #expect(try await run("kill -9 $$") == -9)
        #expect(try await run("no-such-program-here") == 127)
    }

    @Test func `What is left running behind a program is not waited for`() async throws {
        let start = ContinuousClock.now
        #expect(try await run("sleep 60 & yes & echo begun; kill -9 $!") == 0)
        #expect(ContinuousClock.now - start < .seconds(30))
        #expect(taken.text.contains("begun"))
    }

    @Test func `It has no terminal and a group of its own`() async throws {
        #expect(try await run("(: < /dev/tty) 2> /dev/null || echo none; ps -o pgid= -p $$") == 0)
        let lines = taken.text.split(whereSeparator: \.isNewline)
        #expect(lines.first == "none")
        #expect(lines.last.flatMap { Int32($0.filter { $0 != " " }) } != getpgrp())
    }

    @Test(arguments: ["sleep 60; echo late", "trap '' INT; sleep 60; sleep 60", "yes"])
    func `A task that is cancelled stops all that was started`(command: String) async throws {
        let work = Task { try await run("echo $$; \(command)") }
        #expect(await eventually { taken.text.contains("\n") })
        let group = try #require(Int32(taken.text.prefix { $0 != "\n" }))
        work.cancel()
        await #expect(throws: CancellationError.self) { try await work.value }
        #expect(await eventually { kill(-group, 0) != 0 })
    }

    @Test func `What cannot be started is an error`() async {
        await #expect(throws: SpawnError.self) {
            try await PipedProcess.run(
                "/no/such/program", [], environment: [:], input: [], onOutput: taken.add)
        }
    }
}
