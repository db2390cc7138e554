import Platform

extension OpenFile {
    /// Who else may hold a lock at the same time.
    package enum Lock: Hashable, Sendable {
        /// Others who share it too.
        case shared
        /// Nobody.
        case exclusive
    }

    /// Locks the file without waiting, or changes the lock that it has.
    ///
    /// Wraps `flock`. The lock belongs to this opening of the file. Who locks a file that others
    /// may replace or remove has to look afterwards whether it ``isAtItsPath``.
    ///
    /// - Returns: Whether the lock was free.
    package func tryLock(_ kind: Lock) throws(FileError) -> Bool {
        let result = flock(descriptor, (kind == .shared ? LOCK_SH : LOCK_EX) | LOCK_NB)
        if result != 0, errno == EWOULDBLOCK { return false }
        try FileError.check(result, path, cannotBe: "locked")
        return true
    }

    /// Unlocks the file for everybody who shares this opening of it.
    ///
    /// Wraps `flock`. A program that is being started may not have closed it yet.
    package func unlock() { flock(descriptor, LOCK_UN) }
}
