/// Numbers of things, in words.
enum Count {
    /// `1 message`, `2 messages`.
    static func messages(_ number: Int) -> String {
        number == 1 ? "1 message" : "\(number) messages"
    }

    /// `1 session`, `2 sessions`.
    static func sessions(_ number: Int) -> String {
        number == 1 ? "1 session" : "\(number) sessions"
    }

    /// `once`, `twice`, `3 times`.
    static func times(_ number: Int) -> String {
        number == 1 ? "once" : number == 2 ? "twice" : "\(number) times"
    }

    /// `1 image`, `2 images`.
    static func images(_ number: Int) -> String {
        number == 1 ? "1 image" : "\(number) images"
    }

    /// `1 line`, `2 lines`.
    static func lines(_ number: Int) -> String {
        number == 1 ? "1 line" : "\(number) lines"
    }

    /// `1 character`, `2 characters`.
    static func characters(_ number: Int) -> String {
        number == 1 ? "1 character" : "\(number) characters"
    }
}
