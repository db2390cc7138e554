/// What a server says of an error: a text, or an object with a text in it.
struct ServerWords: Decodable {
    /// The text.
    let text: String

    private struct Object: Decodable {
        var message: String
    }

    /// Reads either form.
    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            self.text = text
        } else {
            text = try container.decode(Object.self).message
        }
    }
}

/// The body of an answer that is an error.
struct ErrorAnswer: Decodable {
    /// What went wrong.
    var error: ServerWords
}
