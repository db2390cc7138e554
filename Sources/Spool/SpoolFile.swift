import Files

/// A file of the spool, locked as long as it is open.
final class SpoolFile: Sendable {
    /// Whether a file has to be there already.
    enum Opening {
        /// It must be there.
        case existing
        /// It is made where it is not there.
        case either
    }

    /// Where it is.
    let path: String
    private let file: OpenFile

    /// Opens a file that only this user can read.
    ///
    /// It gives `nil` where another program has it open, or just replaced or removed it.
    ///
    /// - Parameters:
    ///   - path: Where it is.
    ///   - opening: Whether it has to be there already.
    /// - Throws: ``SpoolError`` where the system refuses.
    init?(_ path: String, _ opening: Opening) throws(SpoolError) {
        let file = try SpoolError.catching { () throws(FileError) -> OpenFile? in
            let file = try OpenFile(path, opening == .existing ? .existing : .either)
            // Who held the lock may have put another file in the place of this one meanwhile.
            guard try file.tryLock(.exclusive), try file.isAtItsPath else { return nil }
            return file
        }
        guard let file else { return nil }
        self.path = path
        self.file = file
    }

    // A program that another thread is starting may hold the file open for a moment longer.
    deinit { file.unlock() }

    /// Puts bytes at the end, and returns when they are on the disk.
    ///
    /// What could be written in part is taken off again.
    func append(_ bytes: [UInt8]) throws(SpoolError) {
        try SpoolError.catching { () throws(FileError) in
            let end = try file.status.size
            do throws(FileError) {
                try file.write(bytes)
            } catch {
                try? file.truncate(to: end)
                throw error
            }
            try file.synchronize()
        }
    }

    /// Whether nothing is in it.
    var isEmpty: Bool { (try? file.status.size) == 0 }

    /// The content.
    func read() throws(SpoolError) -> [UInt8] {
        try SpoolError.catching { () throws(FileError) in try file.read() }
    }

    /// Drops what is behind a length.
    func cut(to length: Int) { try? file.truncate(to: length) }

    /// Gives the file another name.
    ///
    /// - Returns: The name that it has now.
    func rename(to other: String) -> String {
        (try? FileSystem.rename(path, to: other)) == nil ? path : other
    }

    /// Takes the file away.
    func remove() { try? FileSystem.remove(path) }

    /// Makes a folder for this user alone, and those above it.
    static func makeFolder(_ path: String) throws(SpoolError) {
        try SpoolError.catching { () throws(FileError) in try Folder.make(path) }
    }

    /// Makes the folder of a file for this user alone, and those above it.
    static func makeFolder(ofFile path: String) throws(SpoolError) {
        try makeFolder(Folder.holding(path))
    }

    /// Makes sure that a new name in a folder is on the disk.
    static func settle(_ folder: String) { Folder.synchronize(folder) }
}
