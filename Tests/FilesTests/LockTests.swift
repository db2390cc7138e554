import Files
import TestSupport
import Testing

@Suite struct LockTests {
    private let folder: TemporaryFolder
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.file("file")
    }

    @Test func `A lock excludes others, unless both share it`() throws {
        let one = try OpenFile(path, .either)
        let other = try OpenFile(path, .either)
        #expect(try one.tryLock(.shared))
        #expect(try other.tryLock(.shared))
        #expect(try !one.tryLock(.exclusive))
        one.unlock()
        #expect(try other.tryLock(.exclusive))
        #expect(try !one.tryLock(.shared))
        other.unlock()
        #expect(try one.tryLock(.shared))
    }

    @Test func `Another program finds a file locked until it is let go of`() async throws {
        var file: OpenFile? = try OpenFile(path, .new)
        #expect(try file?.tryLock(.exclusive) == true)
        #expect(try await !canBeLockedElsewhere())
        file = nil
        #expect(try await canBeLockedElsewhere())
    }

    @Test func `A file is at its path until it is replaced or removed`() throws {
        let file = try OpenFile(path, .new)
        #expect(try file.isAtItsPath)
        let new = try AtomicFile(path, replacing: true)
        #expect(try file.isAtItsPath)
        try new.commit()
        #expect(try !file.isAtItsPath)
        let next = try OpenFile(path, .existing)
        #expect(try next.isAtItsPath)
        try FileSystem.remove(path)
        #expect(try !next.isAtItsPath)
    }

    /// Whether another program can lock the file.
    private func canBeLockedElsewhere() async throws -> Bool {
        let script = #"open(F, "<", $ARGV[0]) or die; exit(flock(F, LOCK_EX | LOCK_NB) ? 0 : 1)"#
        let program = try RunningProgram(
            "/usr/bin/env", ["perl", "-MFcntl=:flock", "-e", script, path])
        switch try await program.end() {
        case .exited(0): return true
        case .exited(1): return false
        case let end:
            Issue.record("The program ended as \(end): \(program.errors)")
            return false
        }
    }
}
