extension Conversation {
    /// What the requests of a conversation have in common, as far as a server has to evaluate it.
    package struct Prefix: Hashable, Sendable {
        /// The session, where there is one.
        package let session: SessionID?
        /// The model.
        package let model: String
        /// What is sent in place of the beginning.
        let summary: SessionSummary?
        /// The options that the model is loaded with.
        package let options: ModelOptions

        /// Whether two of them are evaluated alike, whatever the model was loaded with.
        package func isSame(as other: Prefix) -> Bool {
            session == other.session && model == other.model && summary == other.summary
        }

        /// Whether two of them need the same model, loaded in the same way.
        package func isLoaded(as other: Prefix) -> Bool {
            ModelName.isSame(model, other.model)
                && options.values.filter(Self.reloads) == other.options.values.filter(Self.reloads)
        }

        private static func reloads(_ option: (key: String, value: OptionValue)) -> Bool {
            ModelOption.named(option.key)?.reloadsModel ?? false
        }
    }

    /// What the next turn begins with.
    package var prefix: Prefix {
        Prefix(
            session: session?.id, model: modelName, summary: session?.summary, options: options)
    }

    /// Makes the request with which a server evaluates beforehand what the next turn will send.
    ///
    /// It begins as the next turn will, with the options that the model was loaded with, and wants
    /// one token, which is for nobody. The model should be loaded, so that its window is known.
    ///
    /// - Returns: The request, or `nil` where there is nothing to evaluate, or a turn has begun.
    /// - Throws: A failure of the store.
    package func warmupRequest() async throws -> ChatRequest? {
        let (model, options) = (modelName, options)
        guard !model.isEmpty, try await knowNewest(Self.newest) else { return nil }
        await lookUpWindow(of: model, options)
        while let known = messages, !isBusy {
            let options = sized(options, for: model, holding: known)
            let plan = await plan(known, for: model, options)
            if unread > 0, plan.leavesNothingOut {
                guard try await knowNewest(known.count * 4) else { return nil }
                continue
            }
            guard !isBusy, messages?.count == known.count,
                plan.summary != nil || plan.sent.contains(where: { $0.role != .system })
            else { return nil }
            // The turn begins where this does, or it would have been for nothing.
            context.start = plan.isCut ? plan.start : nil
            var request = ChatRequest(
                model: model, messages: plan.sent, options: options, refusesTruncation: true)
            request.options["num_predict"] = .integer(1)
            return await illustrated(request)
        }
        return nil
    }

    /// Reads so many of the newest messages, unless they are known or a turn needs them meanwhile.
    ///
    /// - Returns: Whether they are known now.
    private func knowNewest(_ count: Int) async throws -> Bool {
        if let messages, unread == 0 || messages.count >= count { return !isBusy }
        guard let asked = session else { return false }
        let before = messages?.count
        let (now, known) = try await newest(count, of: asked.id)
        // A turn, or a command, that came in between knows better.
        guard !isBusy, session == asked, messages?.count == before else { return false }
        adopt(known, of: now)
        return true
    }
}
