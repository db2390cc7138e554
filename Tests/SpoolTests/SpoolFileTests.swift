import Files
import TestSupport
import Testing

@testable import Spool

/// A file of the spool, and those who would like to have it.
@Suite struct SpoolFileTests {
    private let folder: TemporaryFolder
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.file("run.spool")
    }

    @Test func `A file belongs to who opened it, until it is let go of`() throws {
        var file = try SpoolFile(path, .either)
        #expect(file != nil)
        #expect(try SpoolFile(path, .existing) == nil)
        file = nil
        #expect(try SpoolFile(path, .existing) != nil)
    }

    @Test func `What is appended is read again`() throws {
        let file = try #require(try SpoolFile(path, .either))
        try file.append(Array("one ".utf8))
        try file.append(Array("two".utf8))
        #expect(try file.read() == Array("one two".utf8))
    }

    @Test func `A file that was taken away is nobody's any more`() throws {
        let file = try #require(try SpoolFile(path, .either))
        try file.append(Array("one".utf8))
        #expect(!file.isEmpty)
        file.cut(to: 0)
        #expect(file.isEmpty)
        #expect(file.rename(to: folder.file("other")) == folder.file("other"))
        #expect(!FileSystem.exists(path))
        #expect(try SpoolFile(path, .either) != nil)
    }
}
