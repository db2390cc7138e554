import Files
import Platform
import TestSupport
import Testing

@Suite struct OpenFileTests {
    private let folder: TemporaryFolder
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.file("file")
    }

    @Test func `What is written is at the end, and is read from anywhere`() throws {
        try folder.write("one ", to: "file")
        let file = try OpenFile(path, .existing)
        try file.write(Array("two ".utf8))
        try file.writeAtOnce(Array("three".utf8))
        try file.synchronize()
        #expect(try text(of: file) == "one two three")
        #expect(try file.read(from: 4, atMost: 3) == Array("two".utf8))
        #expect(try file.read(from: 100).isEmpty)
        try file.truncate(to: 3)
        #expect(try text(of: file) == "one")
        #expect(try file.status.size == 3)
    }

    @Test func `A large file is read as a whole`() throws {
        let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
        let file = try OpenFile(path, .new)
        try file.write(bytes)
        #expect(try file.read() == bytes)
        #expect(try file.read(from: 70_000, atMost: 70_000) == Array(bytes[70_000..<140_000]))
    }

    @Test func `What must be there is not made, and what must not is not opened`() throws {
        for opening in [OpenFile.Opening.reading, .existing] {
            let error = #expect(throws: FileError.self) { try OpenFile(path, opening) }
            #expect(error?.isMissing == true)
        }
        #expect(!FileSystem.exists(path))
        _ = try OpenFile(path, .either)
        #expect(try FileSystem.status(of: path).permissions == 0o600)
        let error = #expect(throws: FileError.self) { try OpenFile(path, .new) }
        #expect(error?.isTaken == true)
    }

    @Test func `A link is opened only where that is wanted`() throws {
        try folder.write("text", to: "real")
        #expect(symlink("real", path) == 0)
        let error = #expect(throws: FileError.self) { try OpenFile(path, .reading) }
        #expect(error?.number == ELOOP)
        #expect(try text(of: OpenFile(path, .reading, followingLinks: true)) == "text")
    }

    @Test func `A pipe without anybody at the other end is opened at once`() throws {
        #expect(mkfifo(path, 0o600) == 0)
        #expect(try OpenFile(path, .reading).status.kind == .other)
    }

    @Test func `Programs do not inherit it`() throws {
        let file = try OpenFile(path, .new)
        #expect(fcntl(file.descriptor, F_GETFD) & FD_CLOEXEC != 0)
    }

    @Test(.enabled(if: FileSystem.exists("/dev/full"), "This system has no device that is full."))
    func `A disk without room is told`() throws {
        let file = try OpenFile("/dev/full", .existing)
        for write in [file.write, file.writeAtOnce] {
            let error = #expect(throws: FileError.self) { try write([1, 2, 3]) }
            #expect(error?.isDiskFull == true)
            #expect(
                error?.description == "/dev/full cannot be written: No space left on device.")
        }
    }

    @Test func `Others lose their rights, and the owner has his`() throws {
        try folder.write("", to: "file")
        #expect(chmod(path, 0o444) == 0)
        try OpenFile(path, .reading).closeToOthers()
        #expect(try FileSystem.status(of: path).permissions == 0o600)
    }

    private func text(of file: OpenFile) throws -> String {
        String(decoding: try file.read(), as: UTF8.self)
    }
}
