import Chat

/// Reads what `llm logs --json` prints: a row for each question and its answer.
public struct LLMLogsReader: TranscriptReader {
    /// The name of the format.
    public let name = "llm"
    /// What it comes from.
    public let summary = "The output of llm logs --json."

    /// Makes a reader.
    public init() {}

    /// Whether there are rows with a prompt and a response.
    public func detects(_ file: TranscriptFile) -> Bool {
        file.shape?.has(["prompt", "response", "conversation_id"]) ?? false
    }

    /// Reads all conversations; rows of one may be anywhere.
    public func read(_ file: TranscriptFile) -> AnyIterator<ImportReading> {
        .one(reading(of: file))
    }

    private func reading(of file: TranscriptFile) -> ImportReading {
        var rows: [String: [(place: String, row: LLMRow)]] = [:]
        var order: [String] = []
        var lost = ProblemList()
        let decoding = JSONDecoding()
        var elements = JSONElements(of: file, called: "row")
        while let (place, bytes, depth) = elements.next() {
            guard depth <= TranscriptLimits.jsonDepth,
                let row = decoding.value(LLMRow.self, from: bytes)
            else {
                lost.add(
                    .loss(at: place, "It is no row with a prompt or a response; it was left out."))
                continue
            }
            let id = row.conversationID ?? place
            if rows[id] == nil { order.append(id) }
            rows[id, default: []].append((place, row))
        }
        var reading = ImportReading()
        reading.report(elements.problems + lost.all(at: "the file"))
        for (index, id) in order.enumerated() {
            reading.take(conversation(rows[id] ?? [], at: "conversation \(index + 1)"))
        }
        return reading
    }

    private func conversation(
        _ rows: [(place: String, row: LLMRow)], at place: String
    ) -> ConversationBuilder {
        var builder = ConversationBuilder(place: place)
        // Rows come in either order; rows of one moment stay as they are.
        let rows = rows.enumerated().sorted {
            (($0.element.row.said?.microseconds ?? 0), $0.offset)
                < (($1.element.row.said?.microseconds ?? 0), $1.offset)
        }.map(\.element)
        builder.describe(
            name: rows.first?.row.name, model: rows.last?.row.model,
            options: rows.last?.row.options ?? ModelOptions(), createdAt: rows.first?.row.said)
        var system: String?
        for (index, (place, row)) in rows.enumerated() {
            if let text = row.system, !text.isEmpty, text != system {
                builder.add(.system(text), said: row.said, at: index * 2 + 1)
                system = text
            }
            if let prompt = row.prompt {
                let said =
                    row.system == nil ? row.said : row.said?.advanced(byMicroseconds: 1)
                builder.add(.user(prompt), said: said, at: index * 2 + 1)
            }
            if row.hasAttachments {
                builder.report(.loss(at: place, "Its attachments were left out."))
            }
            guard let response = row.response else { continue }
            var reply = Message.assistant(response)
            reply.model = row.model
            builder.add(reply, said: row.answered, at: index * 2 + 2)
        }
        return builder
    }
}

/// A row of the log.
private struct LLMRow: Decodable {
    private struct Attachment: Decodable {}

    let model: String?
    let prompt: String?
    let system: String?
    let response: String?
    let conversationID: String?
    let name: String?
    let said: Timestamp?
    let options: ModelOptions
    let hasAttachments: Bool
    private let milliseconds: Int64

    /// When the response was complete.
    var answered: Timestamp? {
        said?.advanced(byMicroseconds: milliseconds * 1000 + 2)
    }

    private enum CodingKeys: String, CodingKey {
        case model, prompt, system, response, attachments
        case conversationID = "conversation_id"
        case name = "conversation_name"
        case said = "datetime_utc"
        case options = "options_json"
        case milliseconds = "duration_ms"
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        model = try? fields.decodeIfPresent(String.self, forKey: .model)
        prompt = try? fields.decodeIfPresent(String.self, forKey: .prompt)
        system = try? fields.decodeIfPresent(String.self, forKey: .system)
        response = try? fields.decodeIfPresent(String.self, forKey: .response)
        guard prompt != nil || response != nil else {
            throw DecodingError.valueNotFound(
                String.self, .init(codingPath: [], debugDescription: "no text"))
        }
        conversationID = try? fields.decodeIfPresent(String.self, forKey: .conversationID)
        name = try? fields.decodeIfPresent(String.self, forKey: .name)
        said = (try? fields.decodeIfPresent(ImportedTime.self, forKey: .said))?.timestamp
        let record = try? fields.decodeIfPresent([String: OptionRecord].self, forKey: .options)
        options = ModelOptions(record ?? [:]).known
        let attachments = try? fields.decodeIfPresent([Attachment].self, forKey: .attachments)
        hasAttachments = attachments?.isEmpty == false
        let duration = (try? fields.decodeIfPresent(Double.self, forKey: .milliseconds)) ?? 0
        milliseconds = Int64(min(max(duration, 0), 86_400_000))
    }
}
