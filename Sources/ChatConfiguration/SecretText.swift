/// Keeps what is secret out of what is shown.
enum SecretText {
    /// What stands in the place of a secret.
    static let hidden = "…"

    /// An address without the user and the password in it.
    static func hidingPassword(in address: String) -> String {
        let start = address.firstRange(of: "://")?.upperBound ?? address.startIndex
        // A password may hold a slash or a question mark that should have been encoded.
        guard let end = address.lastIndex(of: "@"), start < end else { return address }
        return "\(address[..<start])\(hidden)\(address[end...])"
    }
}
