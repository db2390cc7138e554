import Files
import TestSupport
import Testing

@Suite struct TemporaryFileTests {
    @Test func `A temporary file goes with its owner`() throws {
        let folder = try TemporaryFolder()
        var file: TemporaryFile? = try TemporaryFile(in: folder.path, ending: ".md")
        let path = try #require(file?.path)
        #expect(path.hasPrefix(folder.path) && path.hasSuffix(".md"))
        #expect(try FileSystem.status(of: path).permissions == FileSystem.ownerOnly)
        file = nil
        #expect(!FileSystem.exists(path))
    }

    @Test func `A file without a name can be used all the same`() throws {
        let folder = try TemporaryFolder()
        let file = try TemporaryFile(in: folder.path)
        try file.hide()
        #expect(!FileSystem.exists(file.path))
        try file.file.write(Array("text".utf8))
        #expect(try file.file.read() == Array("text".utf8))
    }
}
