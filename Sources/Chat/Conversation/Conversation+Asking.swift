extension Conversation {
    /// Plans a question.
    ///
    /// One that is asked again, because storing it seemed to fail, keeps its turn: the store may
    /// have it after all, and then takes it only once.
    func ask(
        _ question: Message, _ images: [MessageImage], behind known: [StoredMessage]
    ) -> TurnPlan {
        let turn = lastQuestion?.message == question ? lastQuestion?.turn : nil
        return TurnPlan(
            turn: turn ?? .random(), question: question, images: images,
            lastSeen: known.last?.timestamp)
    }

    /// Creates the session with its first question.
    func createSession(
        asking question: Message, _ images: [MessageImage]
    ) async throws -> TurnPlan {
        var new = unborn
        new.name = new.name ?? SessionName.suggested(by: question.content)
        new.messages.append(question)
        new.images = images
        let history = try await store.create(new)
        session = history.session
        messages = history.messages
        unread = 0
        // Created by an earlier try whose answer was lost, it may hold another question.
        guard let last = history.messages.last, last.message?.content == question.content else {
            return ask(question, images, behind: history.messages)
        }
        return TurnPlan(lastSeen: last.timestamp, stored: last)
    }
}
