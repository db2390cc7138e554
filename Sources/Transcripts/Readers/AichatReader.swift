import Chat

/// Reads the session files of aichat.
public struct AichatReader: TranscriptReader {
    /// The name of the format.
    public let name = "aichat"
    /// What it comes from.
    public let summary = "A session file of aichat (YAML)."

    private static let options = ["temperature", "top_p"]

    /// Makes a reader.
    public init() {}

    /// Whether there is a model, and messages below.
    public func detects(_ file: TranscriptFile) -> Bool {
        guard !file.isLikeJSON else { return false }
        let lines = file.bytes.split(separator: UInt8(ascii: "\n"))
        return lines.contains { $0.starts(with: "model:".utf8) }
            && lines.contains { $0.starts(with: "messages:".utf8) }
    }

    /// Reads the session.
    public func read(_ file: TranscriptFile) -> AnyIterator<ImportReading> {
        .one(read(file.bytes))
    }

    private func read(_ bytes: [UInt8]) -> ImportReading {
        var reading = ImportReading()
        do {
            let value = try YAMLParser.parse(String(decoding: bytes, as: UTF8.self))
            reading.take(session(value))
        } catch {
            reading.report(
                .loss(at: "line \(error.line)", "It cannot be read as the YAML of a session."))
        }
        return reading
    }

    private func session(_ value: YAMLValue) -> ConversationBuilder {
        var builder = ConversationBuilder(place: "conversation 1")
        // The name of the client stands before that of the model.
        let model = value["model"]?.text.map { text in
            text.hasPrefix("ollama:") ? String(text.dropFirst("ollama:".count)) : text
        }
        var options = ModelOptions()
        for name in Self.options {
            if let text = value[name]?.text, let number = Double(text), number.isFinite {
                options[name] = .number(number)
            }
        }
        builder.describe(model: model, options: options)
        // What was compressed is what was said first.
        let messages = (value["compressed_messages"]?.list ?? []) + (value["messages"]?.list ?? [])
        for (index, message) in messages.enumerated() {
            add(message, model: model, at: index + 1, to: &builder)
        }
        return builder
    }

    private func add(
        _ message: YAMLValue, model: String?, at number: Int, to builder: inout ConversationBuilder
    ) {
        guard let role = message["role"]?.text, let content = message["content"] else {
            builder.report(
                .loss(
                    at: builder.place(ofMessage: number),
                    "It is no message with a role and a content, so it was left out."))
            return
        }
        let parts = content.list ?? []
        let texts = content.text.map { [$0] } ?? parts.compactMap { $0["text"]?.text }
        let addresses = parts.compactMap { $0["image_url"]?["url"]?.text }
        let images = addresses.compactMap(InlineImage.init)
        if images.count < addresses.count {
            builder.report(
                .loss(
                    at: builder.place(ofMessage: number),
                    "\(addresses.count - images.count) of its images were left out."))
        }
        var message = Message(
            role: Role(rawValue: role), content: texts.joined(separator: "\n\n"),
            images: images.map(\.digest))
        if message.role == .assistant { message.model = model }
        builder.add(message, said: nil, at: number)
        for image in images { builder.keep(image.bytes, as: image.digest) }
    }
}
