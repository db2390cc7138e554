extension ImportReading {
    /// Takes what builders collected.
    init(of builders: [ConversationBuilder]) {
        self.init()
        for builder in builders { take(builder) }
    }

    /// Takes what a builder collected; a conversation without messages is left out.
    mutating func take(_ builder: ConversationBuilder) {
        report(builder.problems)
        let conversation = builder.conversation
        if conversation.count == 0, conversation.shelf.isEmpty {
            report(
                .remark(at: conversation.place, "It has no messages, so it was left out."))
        } else {
            conversations.append(conversation)
        }
    }
}

extension ConversationBuilder {
    /// Takes what our own formats say of a session.
    mutating func describe(_ head: HeadRecord) {
        describe(
            name: head.name, model: head.model, options: head.options, createdAt: head.createdAt)
        if let summary = head.summary { summarise(summary) }
        decide(head.choices)
        link(id: head.id, parent: head.parent)
    }
}
