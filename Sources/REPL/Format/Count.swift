/// Numbers of things, in words.
enum Count {
    /// `1 message`, `2 messages`.
    static func messages(_ number: Int) -> String {
        number == 1 ? "1 message" : "\(number) messages"
    }
}
