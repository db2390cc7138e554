import Files
import Platform
import TestSupport
import Testing

@Suite struct FolderTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: ["a", "a/b/c", "a/b/"])
    func `Folders are made for this user alone`(name: String) throws {
        try Folder.make(folder.file(name))
        for path in ["a", name].map(folder.file) {
            let status = try FileSystem.status(of: path)
            #expect(status.kind == .folder)
            #expect(status.permissions == 0o700)
        }
        // They are there: nothing to do.
        try Folder.make(folder.file(name))
    }

    @Test func `A folder of the system is there, though nothing can be made beside it`() throws {
        try Folder.make("/")
        try Folder.make("/proc")
        try Folder.make("/dev")
    }

    @Test func `A folder that cannot be made is told`() throws {
        try folder.write("", to: "file")
        let path = folder.file("file/a")
        let error = #expect(throws: FileError.self) { try Folder.make(path) }
        #expect(error?.description == "\(path) cannot be made: Not a directory.")
    }

    @Test(.enabled(if: geteuid() != 0, "Root may write everywhere."))
    func `A folder in one that is closed is not made`() throws {
        #expect(chmod(folder.path, 0o500) == 0)
        let path = folder.file("a")
        let error = #expect(throws: FileError.self) { try Folder.make("\(path)/b") }
        #expect(error?.description == "\(path) cannot be made: Permission denied.")
        #expect(chmod(folder.path, 0o700) == 0)
    }

    @Test(arguments: [
        ("/a/b", "/a"), ("/a/b/", "/a"), ("/a", "/"), ("/", "/"), ("a", "."), ("a/b", "a"),
    ])
    func `The folder of a path is known`(path: String, folder: String) {
        #expect(Folder.holding(path) == folder)
    }

    @Test func `A folder is closed to others`() throws {
        #expect(chmod(folder.path, 0o755) == 0)
        try Folder.closeToOthers(folder.path)
        #expect(try FileSystem.status(of: folder.path).permissions == 0o700)
    }
}
