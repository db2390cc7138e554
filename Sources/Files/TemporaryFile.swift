import Platform

/// A file that is there as long as its owner.
package final class TemporaryFile: Sendable {
    /// Where it is.
    package let path: String
    /// The file, open.
    package let file: OpenFile

    /// Makes a file that only its owner may use.
    ///
    /// - Parameters:
    ///   - folder: Where it is.
    ///   - ending: How its name ends, with the dot.
    /// - Throws: An error where the system refuses.
    package init(in folder: String, ending: String = "") throws(FileError) {
        path = "\(folder)/ollama-chat-\(UInt64.random(in: 0 ... .max))\(ending)"
        file = try OpenFile(path, .new)
    }

    deinit { unlink(path) }

    /// Takes its name away, so that it cannot be left behind.
    ///
    /// Wraps `unlink`.
    package func hide() throws(FileError) { try FileSystem.remove(path) }
}
