import BlockingIO
import Chat

/// What this run of the program keeps for the store while the store is away.
///
/// The file is made when there is something to keep, and removed when all of it is stored.
package actor Spool {
    private let executor = QueueExecutor(label: "spool")
    private let folder: SpoolFolder
    private let store: String
    private var file: SpoolFile?
    private var count = 0
    /// The file, whether it is there or not.
    package nonisolated let path: String

    /// The queue on which the disk is waited for.
    package nonisolated var unownedExecutor: UnownedSerialExecutor {
        executor.asUnownedSerialExecutor()
    }

    /// Makes a spool.
    ///
    /// - Parameters:
    ///   - folder: Where its file goes.
    ///   - store: The store that it stands in for, without a password.
    ///   - run: A name for this run of the program, unlike any other.
    package init(in folder: SpoolFolder, for store: String, run: String) {
        self.folder = folder
        self.store = store
        path = folder.file(of: run)
    }

    /// Keeps an entry, and returns its number when it is on the disk.
    @discardableResult
    package func append(_ entry: SpoolEntry) throws(SpoolError) -> Int {
        try open().append(try SpoolFormat.line(SpoolRecord(entry, number: count)))
        count += 1
        return count - 1
    }

    /// Notes what became of an entry, for the case that this program dies.
    func note(_ told: ToldEntry, of number: Int) {
        note(SpoolRecord(told, of: number))
    }

    /// Notes that nothing more comes of some entries.
    func noteOver(_ numbers: [Int]) {
        note(SpoolRecord(over: numbers))
    }

    /// Removes the file: everything in it is stored.
    func clear() {
        file?.remove()
        file = nil
        count = 0
    }

    /// Keeps entries that the store does not take in a file beside this one.
    ///
    /// - Returns: Where they are.
    func setAside(_ entries: [SpoolEntry]) throws(SpoolError) -> String {
        try SpoolFolder.keep(entries, of: store, beside: path)
        return SpoolFolder.keptPath(beside: path)
    }

    /// The spools of programs that have ended.
    func abandoned() -> [AbandonedSpool] { folder.abandoned(for: store) }

    private func note(_ record: SpoolRecord) {
        guard let file, let line = try? SpoolFormat.line(record) else { return }
        // The store takes what it is told twice once, unless it was told very much since.
        try? file.append(line)
    }

    private func open() throws(SpoolError) -> SpoolFile {
        if let file { return file }
        try SpoolFile.makeFolder(folder.path)
        guard let file = try SpoolFile(path, .either) else {
            throw .file(path, cannotBe: "locked", "another program has it open")
        }
        // A file without a header is one whose disk was full.
        if file.isEmpty { try file.append(SpoolFormat.line(SpoolHeader(store: store))) }
        SpoolFile.settle(folder.path)
        self.file = file
        return file
    }
}
