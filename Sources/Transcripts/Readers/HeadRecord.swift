import Chat

/// What our JSON, or the original's, says of a session.
///
/// The original writes every value as a text, because it takes them from a hash.
struct HeadRecord: Decodable {
    /// Its name.
    let name: String?
    /// Its model.
    let model: String?
    /// Its options.
    let options: ModelOptions
    /// When it was created.
    let createdAt: Timestamp?
    /// The id that it had.
    let id: String?
    /// The id of the session that it was branched from.
    let parent: String?
    /// What it sends in place of its beginning.
    let summary: SessionSummary?
    /// What was decided of single messages.
    let choices: ContextChoices

    private enum CodingKeys: String, CodingKey {
        case name, model, options, id, parent, summary, choices
        case createdAt = "created_at"
    }

    /// Reads what is there and is of the right kind.
    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        name = try? fields.decode(String.self, forKey: .name)
        model = try? fields.decode(String.self, forKey: .model)
        id = try? fields.decode(String.self, forKey: .id)
        parent = try? fields.decode(String.self, forKey: .parent)
        summary = (try? fields.decode(SummaryRecord.self, forKey: .summary))?.summary
        choices =
            (try? fields.decode(ChoicesRecord.self, forKey: .choices))?.choices ?? ContextChoices()
        createdAt = (try? fields.decode(ImportedTime.self, forKey: .createdAt))?.timestamp
        let record =
            (try? fields.decode([String: OptionRecord].self, forKey: .options))
            ?? (try? fields.decode(String.self, forKey: .options)).flatMap {
                $0.utf8.count < 65_536
                    ? JSONDecoding().value([String: OptionRecord].self, from: $0.utf8) : nil
            }
        options = ModelOptions(record ?? [:]).known
    }
}

extension ModelOptions {
    /// Those that Ollama knows.
    var known: ModelOptions {
        ModelOptions(values.filter { ModelOption.named($0.key) != nil })
    }
}
