/// Something about the private server that is no failure and that its user should know.
package struct PrivateRedisNotice: Hashable, Sendable {
    /// A whole sentence.
    package let description: String
    /// A sentence that says what it means.
    package let hint: String

    /// The server cut off the end of its data, which was incomplete.
    ///
    /// - Parameters:
    ///   - cut: What the server says.
    ///   - size: How large the file was before.
    ///   - directory: Where it lies.
    /// - Returns: The notice.
    static func cut(
        _ cut: LogReport.Cut, of size: Int?, in directory: PrivateRedisDirectory
    ) -> Self {
        let amount = size.map { "\($0 - cut.offset) bytes" } ?? "what followed byte \(cut.offset)"
        return PrivateRedisNotice(
            description: "The stored data ended in the middle of a change: \(amount) were cut off "
                + "\(directory.appendOnlyFiles.folder)/\(cut.file).",
            hint: "A machine that stops while it writes leaves such an end; all before it is there."
        )
    }
}

extension PrivateRedisNotice: CustomStringConvertible {}
