import Platform

/// What the system does not do with a file.
///
/// Each module has an error of its own for people, and makes it from this one.
package struct FileError: Error, Hashable, Sendable {
    /// The file or folder.
    package let path: String
    /// What was tried, as a participle that follows “cannot be”.
    package let verb: String
    /// The system's number of the error; 0 where it was not the system that refused.
    package let number: Int32
    /// Why, in the words of the system, or in our own.
    package let words: String

    /// Describes a failure in our own words.
    package init(_ path: String, cannotBe verb: String, because words: String) {
        self.path = path
        self.verb = verb
        number = 0
        self.words = words
    }

    /// Describes the failure of a call, in the words of the system.
    package init(_ path: String, cannotBe verb: String, number: Int32) {
        self.path = path
        self.verb = verb
        self.number = number
        words = String(cString: strerror(number))
    }

    /// Whether there is no room for more, on the disk or for this user.
    package var isDiskFull: Bool { number == ENOSPC || number == EDQUOT }

    /// Whether there is no such file.
    package var isMissing: Bool { number == ENOENT || number == ENOTDIR }

    /// Whether the name is taken already.
    package var isTaken: Bool { number == EEXIST }
}

extension FileError: CustomStringConvertible {
    /// A sentence that says what failed.
    package var description: String { "\(path) cannot be \(verb): \(words)." }
}

extension FileError {
    /// Turns the failure of a call into an error.
    @discardableResult
    static func check(
        _ result: Int32, _ path: String, cannotBe verb: String
    ) throws(FileError) -> Int32 {
        guard result < 0 else { return result }
        throw FileError(path, cannotBe: verb, number: errno)
    }
}
