import Files

/// An advisory lock on a file, which the system takes back from a program that dies.
///
/// The lock belongs to one opening of the file: two locks exclude each other within one program
/// as they do between two.
final class FileLock: Sendable {
    private let file: OpenFile

    private init(_ file: OpenFile) { self.file = file }

    /// Takes a lock if it is free.
    static func attempt(
        _ kind: OpenFile.Lock, at path: String
    ) throws(PrivateRedisError) -> FileLock? {
        try PrivateRedisError.catching { () throws(FileError) in
            let file = try OpenFile(path, .either, followingLinks: true)
            return try file.tryLock(kind) ? FileLock(file) : nil
        }
    }

    /// Makes a shared lock exclusive, if nobody else shares it.
    ///
    /// Where that fails, the shared lock is lost too, as on many systems.
    func makeExclusive() throws(PrivateRedisError) -> Bool {
        try PrivateRedisError.catching { () throws(FileError) in try file.tryLock(.exclusive) }
    }

    /// Gives the lock back, also for programs that inherited it.
    ///
    /// To let go of it is not enough when the lock must be free at once: a program that is being
    /// started by another thread holds all open files for a moment.
    func release() { file.unlock() }

    /// The descriptor that a program inherits to hold the lock as long as it lives.
    var descriptor: Int32 { file.descriptor }
}
