import Platform
import PlatformFoundation
import TestSupport
import Testing

@testable import Files

@Suite struct AtomicFileTests {
    private let folder: TemporaryFolder
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.file("notes")
    }

    @Test func `A file that is written in pieces is at its path as a whole`() throws {
        let file = try AtomicFile(path, replacing: false)
        try file.write(Array("one ".utf8))
        try file.write(Array("two".utf8))
        #expect(!FileSystem.exists(path))
        try file.commit()
        #expect(try folder.read("notes") == "one two")
        #expect(try names() == ["notes"])
        #expect(try FileSystem.status(of: path).permissions == 0o600)
    }

    @Test func `A new file has the permissions that it is given`() throws {
        try AtomicFile(path, replacing: true, permissions: 0o640).commit()
        #expect(try FileSystem.status(of: path).permissions == 0o640)
    }

    @Test func `A file that is not finished leaves the old one, and nothing else`() throws {
        try folder.write("old", to: "notes")
        do {
            let file = try AtomicFile(path, replacing: true)
            try file.write(Array("new".utf8))
            #expect(try names().count == 2)
        }
        #expect(try folder.read("notes") == "old")
        #expect(try names() == ["notes"])
    }

    @Test(arguments: [0o644, 0o600, 0o660])
    func `The permissions of a file that is replaced are kept`(permissions: UInt32) throws {
        try folder.write("old", to: "notes")
        #expect(chmod(path, mode_t(permissions)) == 0)
        try replace(path, with: "new")
        #expect(try folder.read("notes") == "new")
        #expect(try FileSystem.status(of: path).permissions == permissions)
    }

    @Test(.enabled(if: geteuid() == 0, "Only root can give a file to somebody else."))
    func `The owner of a file that is replaced is kept`() throws {
        try folder.write("old", to: "notes")
        #expect(chown(path, 65_534, 65_534) == 0)
        try replace(path, with: "new")
        let status = try FileSystem.status(of: path)
        #expect(status.owner == 65_534)
        #expect(status.group == 65_534)
    }

    @Test func `A file that is there is not replaced without leave`() throws {
        try folder.write("old", to: "notes")
        let error = #expect(throws: FileError.self) { try AtomicFile(path, replacing: false) }
        #expect(error?.isTaken == true)
        #expect(error?.description == "\(path) cannot be made: File exists.")
        #expect(try names() == ["notes"])
    }

    @Test func `A file that somebody else makes meanwhile is not replaced without leave`() throws {
        let file = try AtomicFile(path, replacing: false)
        try file.write(Array("new".utf8))
        try folder.write("theirs", to: "notes")
        let error = #expect(throws: FileError.self) { try file.commit() }
        #expect(error?.isTaken == true)
        #expect(try folder.read("notes") == "theirs")
    }

    @Test func `Nothing is replaced where a file cannot have two names either`() throws {
        let draft = folder.file("draft")
        try folder.write("new", to: "draft")
        let file = try AtomicFile(path, replacing: false)
        try folder.write("theirs", to: "notes")
        #expect(throws: FileError.self) { try file.moveWithoutLink(draft) }
        #expect(try folder.read("notes") == "theirs")
        try FileSystem.remove(path)
        try file.moveWithoutLink(draft)
        #expect(try folder.read("notes") == "new")
        try FileSystem.remove(path)
        // The draft is gone: the name is free again.
        #expect(throws: FileError.self) { try file.moveWithoutLink(draft) }
        #expect(!FileSystem.exists(path))
    }

    @Test(arguments: ["real", "./real", "other"])
    func `A link stays, and the file that it leads to is replaced`(target: String) throws {
        try folder.write("old", to: "real")
        #expect(symlink(folder.file("real"), folder.file("other")) == 0)
        #expect(symlink(target, path) == 0)
        try replace(path, with: "new")
        #expect(try FileSystem.status(of: path, followingLinks: false).kind == .link)
        #expect(try folder.read("real") == "new")
        #expect(try names() == ["notes", "other", "real"])
    }

    @Test(arguments: [true, false])
    func `A link to nothing leads to the file that is made`(mayReplace: Bool) throws {
        #expect(symlink("real", path) == 0)
        let file = try AtomicFile(path, replacing: mayReplace)
        try file.write(Array("new".utf8))
        try file.commit()
        #expect(try FileSystem.status(of: path, followingLinks: false).kind == .link)
        #expect(try folder.read("real") == "new")
    }

    @Test func `Links that lead in a circle are told`() throws {
        #expect(symlink("other", path) == 0)
        #expect(symlink("notes", folder.file("other")) == 0)
        let error = #expect(throws: FileError.self) { try AtomicFile(path, replacing: true) }
        #expect(error?.number == ELOOP)
    }

    @Test func `Neither a device nor a folder is replaced`() throws {
        for path in ["/dev/null", folder.path] {
            let error = #expect(throws: FileError.self) { try AtomicFile(path, replacing: true) }
            #expect(error?.words == "it is no regular file")
        }
    }

    @Test func `Where no file can be made, that is told of its path`() throws {
        try folder.write("", to: "file")
        let path = folder.file("file/notes")
        let error = #expect(throws: FileError.self) { try AtomicFile(path, replacing: true) }
        #expect(error?.description == "\(path) cannot be written: Not a directory.")
    }

    @Test(.enabled(if: geteuid() != 0, "Root may write everywhere."))
    func `What is closed to this user stays as it is`() throws {
        try folder.write("old", to: "notes")
        #expect(chmod(path, 0o400) == 0)
        let file = #expect(throws: FileError.self) { try AtomicFile(path, replacing: true) }
        #expect(file?.number == EACCES)
        #expect(chmod(path, 0o600) == 0)
        #expect(chmod(folder.path, 0o500) == 0)
        let inside = #expect(throws: FileError.self) { try AtomicFile(path, replacing: true) }
        #expect(inside?.description == "\(path) cannot be written: Permission denied.")
        #expect(chmod(folder.path, 0o700) == 0)
        #expect(try folder.read("notes") == "old")
    }

    private func replace(_ path: String, with text: String) throws {
        let file = try AtomicFile(path, replacing: true)
        try file.write(Array(text.utf8))
        try file.commit()
    }

    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }
}
