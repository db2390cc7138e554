#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The prompt of a one-shot call.
enum Prompt {
    /// The words of the command line, and what comes in on the standard input behind them.
    ///
    /// - Returns: The prompt, or `nil` where there is neither.
    static func make(words: [String]) throws -> String? {
        let typed = words.joined(separator: " ")
        let piped = isatty(STDIN_FILENO) == 1 ? "" : StandardInput.readAll()
        let parts = [typed, piped].filter { part in !part.allSatisfy(\.isWhitespace) }
        return parts.isEmpty ? nil : parts.joined(separator: "\n\n")
    }
}

/// The standard input as a whole.
private enum StandardInput {
    /// Reads to the end; invalid UTF-8 is repaired.
    static func readAll() -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(STDIN_FILENO, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
            bytes += buffer[..<count]
        }
    }
}
