import Files

/// The lines of this run and of earlier ones, in a file that several programs may use at once.
///
/// Each entry is appended with one call under a shared lock. A file that has grown too large is
/// replaced by its newest entries under an exclusive lock; the others see that the file at the
/// path is another one, and take that.
struct HistoryFile {
    private static let mostReplacements = 100
    // Two seconds.
    private static let mostAttempts = 2_000

    private let path: String
    private let limits: HistoryLimits
    private var recordCount = 0
    private var mayShorten = true
    private var attempts = mostAttempts
    private var problem: LineEditingError?
    private var isProblemTold = false

    /// Names the file, which need not be there yet.
    init(path: String, limits: HistoryLimits = HistoryLimits()) {
        // A link to a file is replaced where it leads, and stays.
        self.path = Unix.realPath(path) ?? path
        self.limits = limits
    }

    /// Reads the entries, oldest first; none if the file cannot be read.
    mutating func load() -> [HistoryEntry] {
        do {
            let file = try OpenFile(path, .reading)
            try checkKind(of: file)
            // Where it may not be changed it can be read nevertheless.
            try? file.closeToOthers()
            let entries = try entries(of: file)
            recordCount = entries.count
            return entries
        } catch {
            if !error.isMissing { problem = LineEditingError(error) }
            return []
        }
    }

    /// Writes an entry, unless it is too long.
    ///
    /// - Returns: What went wrong with the file, once.
    mutating func append(_ entry: HistoryEntry) -> LineEditingError? {
        guard entry.text.utf8.count <= limits.entryBytes,
            let record = HistoryRecord.bytes(of: entry)
        else { return nil }
        do {
            let size = try write(record)
            recordCount += 1
            if mayShorten, limits.areExceeded(entries: recordCount, bytes: size) { try shorten() }
        } catch {
            problem = problem ?? LineEditingError(error)
        }
        defer { isProblemTold = isProblemTold || problem != nil }
        return isProblemTold ? nil : problem
    }

    /// Appends a record, on a line of its own.
    ///
    /// - Returns: The size of the file.
    private mutating func write(_ record: [UInt8]) throws(FileError) -> Int {
        var file = try openFile(locking: .shared)
        var isTorn = try isTorn(file)
        if isTorn {
            // Another program may be in the middle of its record; who is alone sees the truth.
            file.unlock()
            let alone = try? openFile(locking: .exclusive)
            file = if let alone { alone } else { try openFile(locking: .shared) }
            isTorn = try self.isTorn(file)
        }
        defer { file.unlock() }
        try file.closeToOthers()
        try file.writeAtOnce((isTorn ? HistoryRecord.cancellation : []) + record)
        return try file.status.size
    }

    /// Whether the last record has no end.
    private func isTorn(_ file: OpenFile) throws(FileError) -> Bool {
        let last = try file.read(from: max(0, file.status.size - 1)).first
        return last != nil && last != HistoryRecord.cancellation.last
    }

    /// Replaces a file that has grown too large by its newest entries.
    ///
    /// The lock is held until the other file is in place: nobody appends to the old one meanwhile.
    private mutating func shorten() throws(FileError) {
        mayShorten = false
        let file = try openFile(locking: .exclusive)
        defer { file.unlock() }
        var records = try entries(of: file).compactMap(HistoryRecord.bytes)
        if limits.areExceeded(entries: records.count, bytes: try file.status.size) {
            records = Array(limits.newest(of: records))
            try replace(with: records)
        }
        recordCount = records.count
        mayShorten = true
    }

    private func replace(with records: [[UInt8]]) throws(FileError) {
        let new = try AtomicFile(path, replacing: true)
        try new.write(Array(records.joined()))
        try new.commit()
    }

    /// Reads the entries; what is far beyond the limit is not looked at.
    private func entries(of file: OpenFile) throws(FileError) -> [HistoryEntry] {
        let start = try max(0, file.status.size - 2 * limits.bytes)
        let bytes = try file.read(from: start)
        let isCut = start > 0
        let first = isCut ? bytes.firstIndex(of: UInt8(ascii: "\n")) : nil
        return HistoryRecord.entries(in: bytes[(first ?? 0)...])
    }

    /// Opens the file, locked, and again if it was replaced before it was.
    private mutating func openFile(
        locking kind: OpenFile.Lock
    ) throws(FileError) -> OpenFile {
        for _ in 0..<Self.mostReplacements {
            let file = try openOrMake()
            try checkKind(of: file)
            try lock(file, kind)
            if try file.isAtItsPath { return file }
            file.unlock()
        }
        throw FileError(path, cannotBe: "locked", because: "others replace it")
    }

    private func openOrMake() throws(FileError) -> OpenFile {
        do {
            return try OpenFile(path, .either)
        } catch {
            guard error.isMissing else { throw error }
            // The failure to open it says more.
            try? Folder.make(Folder.holding(path))
            return try OpenFile(path, .either)
        }
    }

    private func checkKind(of file: OpenFile) throws(FileError) {
        guard try file.status.kind != .regular else { return }
        throw FileError(path, cannotBe: "used", because: "it is no regular file")
    }

    /// Waits for a lock, once; who holds it so long will hardly give it back.
    private mutating func lock(
        _ file: OpenFile, _ kind: OpenFile.Lock
    ) throws(FileError) {
        for attempt in 1...attempts {
            if try isLocked(file, kind) { return attempts = Self.mostAttempts }
            if attempt < attempts { Unix.sleep(milliseconds: 1) }
        }
        attempts = 1
        throw FileError(path, cannotBe: "locked", because: "another program keeps it so")
    }

    /// Takes a lock if it is free; where the file system has no locks, everybody shares one.
    private func isLocked(_ file: OpenFile, _ kind: OpenFile.Lock) throws(FileError) -> Bool {
        do {
            return try file.tryLock(kind)
        } catch {
            guard kind == .shared else { throw error }
            return true
        }
    }
}
