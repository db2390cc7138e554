import Chat

/// What is known of a session, as JSON: the keys of the original layout first, then ours.
struct HeadJSON {
    /// Keys and the JSON of their values, in the order in which they are written.
    let fields: [(key: String, value: [UInt8])]

    /// Takes what is known.
    init(_ head: TranscriptHead) {
        let session = head.session
        var fields: [(String, [UInt8])] = [
            ("created_at", Array(session.createdAt.text.utf8)),
            ("last_activity", Array(session.lastActivity.text.utf8)),
            ("message_count", Array(String(session.messageCount).utf8)),
        ]
        if let name = session.name { fields.append(("name", JSONText.string(name))) }
        fields.append(("id", JSONText.string(session.id.text)))
        if let model = session.model { fields.append(("model", JSONText.string(model))) }
        if !session.options.isEmpty {
            fields.append(("options", JSONText.of(session.options.record)))
        }
        if let summary = session.summary {
            fields.append(("summary", JSONText.of(SummaryRecord(summary))))
        }
        if !session.choices.isEmpty {
            fields.append(("choices", JSONText.of(ChoicesRecord(session.choices))))
        }
        if let parent = session.parent { fields.append(("parent", JSONText.string(parent.text))) }
        let numbers = [
            ("branch_at", session.branchPoint), ("pruned", session.prunedCount),
            ("lost", session.lostCount),
        ]
        for case (let key, let number?) in numbers where number > 0 || key == "branch_at" {
            fields.append((key, Array(String(number).utf8)))
        }
        switch head.timeToLive {
        case .forever: fields.append(("ttl", Array("null".utf8)))
        case .seconds(let seconds): fields.append(("ttl", Array(String(seconds).utf8)))
        case nil: break
        }
        if let isPinned = head.isPinned {
            fields.append(("pinned", Array(String(isPinned).utf8)))
        }
        self.fields = fields.map { (key: $0.0, value: $0.1) }
    }

    /// The fields as members of an object, without its braces.
    var members: [UInt8] {
        Array(fields.map { Array("\"\($0.key)\":".utf8) + $0.value }.joined(separator: ",".utf8))
    }
}
