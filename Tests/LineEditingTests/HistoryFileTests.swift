import PlatformFoundation
import TestSupport
import Testing

@testable import LineEditing

@Suite struct HistoryFileTests {
    private let folder: TemporaryFolder
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.file("history")
    }

    @Test func `What is appended is loaded again`() {
        let entries = [
            HistoryEntry(text: "one"), HistoryEntry(text: "/bye", isPasted: true),
            HistoryEntry(text: "two\nlines"),
        ]
        append(entries.prefix(2))
        append(entries.suffix(1))
        #expect(load() == entries)
    }

    @Test func `A file that is not there is an empty history, and is not made by loading`() {
        #expect(load().isEmpty)
        #expect(permissions(of: "history") == nil)
    }

    @Test func `The file and missing folders are for the owner only`() throws {
        var file = HistoryFile(path: folder.file("a/b/history"))
        #expect(file.append(HistoryEntry(text: "one")) == nil)
        #expect(permissions(of: "a") == 0o700)
        #expect(permissions(of: "a/b") == 0o700)
        #expect(permissions(of: "a/b/history") == 0o600)
    }

    @Test(arguments: [0o644, 0o400, 0o666])
    func `Other permissions are tightened`(permissions: Int) throws {
        try folder.write("one\n", to: "history")
        try setPermissions(permissions)
        _ = load()
        #expect(self.permissions(of: "history") == 0o600)
        try setPermissions(permissions)
        append([HistoryEntry(text: "two")])
        #expect(self.permissions(of: "history") == 0o600)
    }

    @Test(arguments: [#"two \"#, "tw", "two"])
    func `An entry is not glued to one that was torn off`(torn: String) throws {
        try folder.write("one\n\(torn)", to: "history")
        append([HistoryEntry(text: "three")])
        #expect(load().map(\.text) == ["one", "three"])
    }

    @Test func `An entry that is too long is not written`() throws {
        var file = HistoryFile(path: path, limits: HistoryLimits(entryBytes: 3))
        #expect(file.append(HistoryEntry(text: "four")) == nil)
        #expect(file.append(HistoryEntry(text: "two")) == nil)
        #expect(try folder.read("history") == "two\n")
    }

    @Test func `Ten thousand entries are loaded`() throws {
        let text = (1...10_000).map { #"entry \#($0)\nwith two lines"# }.joined(separator: "\n")
        try folder.write(text + "\n", to: "history")
        let entries = load()
        #expect(entries.count == 10_000)
        #expect(entries.first?.text == "entry 1\nwith two lines")
        #expect(entries.last?.text == "entry 10000\nwith two lines")
    }

    @Test func `What is wrong is said once, and later entries are written`() throws {
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: false)
        var file = HistoryFile(path: path)
        #expect(file.load().isEmpty)
        let problem = file.append(HistoryEntry(text: "one"))
        #expect(
            "\(try #require(problem))"
                == "The history file \(path) cannot be used, because it is no regular file.")
        #expect(problem?.hint != nil)
        #expect(file.append(HistoryEntry(text: "two")) == nil)
        try FileManager.default.removeItem(atPath: path)
        #expect(file.append(HistoryEntry(text: "three")) == nil)
        #expect(try folder.read("history") == "three\n")
    }

    @Test func `A link leads to the file, and stays a link`() throws {
        try folder.write("one\n", to: "real")
        try FileManager.default.createSymbolicLink(
            atPath: path, withDestinationPath: folder.file("real"))
        var file = HistoryFile(path: path, limits: HistoryLimits(entries: 1))
        #expect(file.load().map(\.text) == ["one"])
        #expect(file.append(HistoryEntry(text: "two")) == nil)
        #expect(try folder.read("real") == "")
        #expect(permissions(of: "real") == 0o600)
        let target = try FileManager.default.destinationOfSymbolicLink(atPath: path)
        #expect(target == folder.file("real"))
    }

    @Test func `A link to nothing is not followed`() throws {
        try FileManager.default.createSymbolicLink(
            atPath: path, withDestinationPath: folder.file("nothing"))
        var file = HistoryFile(path: path)
        #expect(file.append(HistoryEntry(text: "one"))?.code == .historyFile)
        #expect(permissions(of: "nothing") == nil)
    }

    private func append(_ entries: some Sequence<HistoryEntry>) {
        var file = HistoryFile(path: path)
        for entry in entries { #expect(file.append(entry) == nil) }
    }

    private func load() -> [HistoryEntry] {
        var file = HistoryFile(path: path)
        return file.load()
    }

    private func permissions(of name: String) -> Int? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: folder.file(name))
        return (attributes?[.posixPermissions] as? UInt16).map { Int($0) }
    }

    private func setPermissions(_ permissions: Int) throws {
        try FileManager.default.setAttributes(
            [.posixPermissions: permissions], ofItemAtPath: path)
    }
}
