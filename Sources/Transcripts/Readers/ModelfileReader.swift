import Chat

/// Reads the conversation in a Modelfile of Ollama.
public struct ModelfileReader: TranscriptReader {
    /// The name of the format.
    public let name = "modelfile"
    /// What it comes from.
    public let summary = "A Modelfile of Ollama with SYSTEM or MESSAGE lines."

    /// Makes a reader.
    public init() {}

    /// Whether the first instruction is one of a Modelfile, and there is something said in it.
    public func detects(_ file: TranscriptFile) -> Bool {
        guard !file.isLikeJSON else { return false }
        let lines = file.bytes.split(separator: UInt8(ascii: "\n")).map(ModelfileLines.command)
        guard let first = lines.first(where: { !$0.isEmpty && !$0.hasPrefix("#") }),
            ModelfileLines.commands.contains(first)
        else { return false }
        return lines.contains("message") || lines.contains("system")
    }

    /// Reads the conversation.
    public func read(_ file: TranscriptFile) -> AnyIterator<ImportReading> {
        .one(read(file.bytes))
    }

    private func read(_ bytes: [UInt8]) -> ImportReading {
        var builder = ConversationBuilder(place: "conversation 1")
        var lines = ModelfileLines(String(decoding: bytes, as: UTF8.self))
        var system: String?
        var messages: [(role: String, content: String)] = []
        while let instruction = lines.next() {
            switch instruction.command {
            case "from": builder.describe(model: instruction.value)
            case "system": system = instruction.value
            case "parameter": set(instruction, in: &builder)
            case "message":
                let parts = instruction.words
                messages.append((parts.first, ModelfileLines.unquoted(parts.rest)))
            case let command where ModelfileLines.commands.contains(command): break
            default:
                builder.report(
                    .loss(
                        at: "line \(instruction.line)",
                        "“\(ImportedText.excerpt(instruction.command))” is no instruction of a "
                            + "Modelfile, so it was left out."))
            }
            if !instruction.isClosed {
                builder.report(
                    .loss(at: "line \(instruction.line)", "The quotes do not end."))
            }
        }
        if let system { messages.insert(("system", system), at: 0) }
        for (index, message) in messages.enumerated() {
            builder.add(
                role: message.role, content: message.content, said: nil,
                model: builder.conversation.model, at: index + 1)
        }
        var reading = ImportReading()
        reading.take(builder)
        return reading
    }

    private func set(
        _ instruction: ModelfileLines.Instruction, in builder: inout ConversationBuilder
    ) {
        let (name, rest) = instruction.words
        let text = ModelfileLines.unquoted(rest)
        guard name != "stop" else {
            guard case .texts(let texts) = builder.conversation.options["stop"] ?? .texts([]) else {
                return
            }
            builder.describe(options: ["stop": .texts(texts + [text])])
            return
        }
        if let parsed = try? ModelOption.parse(name: name, value: text) {
            builder.describe(options: ModelOptions([parsed.name: parsed.value]))
        } else {
            builder.report(
                .remark(
                    at: "line \(instruction.line)",
                    "“\(ImportedText.excerpt(name))” with this value is no option, so it was left "
                        + "out."))
        }
    }
}
