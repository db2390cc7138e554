extension Conversation {
    /// Gives a request the images that its messages refer to.
    ///
    /// What cannot be read is left out: the text can be answered all the same.
    func illustrated(_ request: ChatRequest) async -> ChatRequest {
        let wanted = Set(request.messages.flatMap(\.images))
        guard !wanted.isEmpty else { return request }
        let missing = wanted.subtracting(images.keys)
        if !missing.isEmpty, let session {
            let read = try? await store.images(missing, of: session.id)
            images.merge(read ?? [:]) { $1 }
        }
        // What is sent no longer takes no room.
        images = images.filter { wanted.contains($0.key) }
        var request = request
        request.images = images
        return request
    }
}
