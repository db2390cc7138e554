package import Chat
import PlatformFoundation

/// The folder of the spool, with a file for every run of the program that had to keep something.
package struct SpoolFolder: Hashable, Sendable {
    private static let ending = ".spool"
    private static let keptEnding = ".kept"

    /// Where it is.
    package let path: String

    /// Names a folder, which need not be there.
    package init(path: String) {
        self.path = path
    }

    /// The file of a run.
    package func file(of run: String) -> String { "\(path)/\(run)\(Self.ending)" }

    /// The files that nobody has open, the oldest first, for the store that they were meant for.
    ///
    /// A file that cannot be read is left where it is.
    func abandoned(for store: String) -> [AbandonedSpool] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { $0.hasSuffix(Self.ending) }
            .compactMap { try? SpoolFile("\(path)/\($0)", .existing) }
            .compactMap { try? AbandonedSpool($0) }
            .filter { $0.isMeant(for: store) }
            .sorted { $0.began < $1.began }
    }

    /// Everything that waits in the folder, and what a store did not take, for people to read.
    package func waiting() -> [WaitingMessages] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { $0.hasSuffix(Self.ending) || $0.hasSuffix(Self.keptEnding) }.sorted()
            .map {
                WaitingMessages(path: "\(path)/\($0)", isRefused: $0.hasSuffix(Self.keptEnding))
            }
            .filter { !$0.messages.isEmpty }
    }

    /// The file beside a spool for entries that the store does not take.
    static func keptPath(beside path: String) -> String { path + keptEnding }

    /// The file that a spool becomes of which not everything could be read.
    static func damagedPath(of path: String) -> String { path + ".damaged" }

    /// Keeps entries that the store does not take in a file of their own, which is not replayed.
    static func keep(
        _ entries: [SpoolEntry], of store: String, beside path: String
    ) throws(SpoolError) {
        let path = keptPath(beside: path)
        try SpoolFile.makeFolder(ofFile: path)
        guard let file = try SpoolFile(path, .either) else {
            throw .file(path, cannotBe: "locked", "another program has it open")
        }
        var lines: [UInt8] = []
        if file.isEmpty { lines += try SpoolFormat.line(SpoolHeader(store: store)) }
        for entry in entries { lines += try SpoolFormat.line(SpoolRecord(entry)) }
        try file.append(lines)
    }
}

/// The first line of a file.
struct SpoolHeader: Codable {
    /// The version of the format that this program reads.
    static let version = 1

    /// The version of the format.
    var version = Self.version
    /// The store that the entries are meant for, without a password.
    var store: String
    /// When the file was made.
    var began = WallClock.now().text
}

extension WaitingMessages {
    /// Reads a file, whoever has it open.
    fileprivate init(path: String, isRefused: Bool) {
        let content = SpoolContent(
            FileManager.default.contents(atPath: path).map { Array($0) } ?? [])
        self.init(
            path: path, store: content.header?.store ?? "", isRefused: isRefused,
            messages: content.messages)
    }
}
