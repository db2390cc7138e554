import Platform
import Spawning
import Synchronization
import TestSupport
import Testing

@Suite struct PipedProcessTests {
    /// What a program wrote: how it began, for some write without end, and how much it was.
    private final class Taken: Sendable {
        private let beginning = Mutex<(bytes: [UInt8], count: Int)>(([], 0))

        var text: String { String(decoding: beginning.withLock(\.bytes), as: UTF8.self) }
        var count: Int { beginning.withLock(\.count) }

        func add(_ more: [UInt8]) {
            beginning.withLock { beginning in
                beginning.count += more.count
                beginning.bytes += more.prefix(max(0, 10_000 - beginning.bytes.count))
            }
        }
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
        #expect(try await run("sleep 3600 & echo $!") == 0)
        let left = try #require(Int32(taken.text.filter { $0 != "\n" }))
        #expect(kill(left, SIGKILL) == 0)
    }

    @Test func `What writes on behind a program does not keep it`() async throws {
        #expect(try await run("echo $$; yes & exec true") == 0)
        let id = try #require(Int32(taken.text.prefix { $0 != "\n" }))
        #expect(await eventually { kill(-id, 0) != 0 })
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
