package import Chat
import Terminal

extension CommandContext {
    /// Makes a turn of what was typed: with the files that it names and those that were attached,
    /// and with the last reply in place of `%%`.
    ///
    /// What goes along is said. Where something cannot go along nothing is sent, so that the line
    /// can be put right.
    ///
    /// - Parameters:
    ///   - typed: What was typed.
    ///   - isLiteral: Whether it is taken as it is, because it was pasted.
    ///   - piped: What came in on the standard input beside it.
    /// - Returns: What to run.
    /// - Throws: ``REPLError``, or what keeps a file from being read.
    package func question(
        _ typed: String, isLiteral: Bool = false, piped: String? = nil
    ) async throws -> TurnKind {
        var attachments = attached
        if !isLiteral { attachments += try await mentioned(in: typed, besides: attachments) }
        var parts = [isLiteral ? typed : try await withLastReply(typed)]
        var images: [MessageImage] = []
        for attachment in attachments {
            switch attachment {
            case .text(let path, let text): parts.append(FencedText.of(text, from: path))
            case .image(_, let image): images.append(image)
            }
        }
        if let piped { parts.append(FencedText.of(piped)) }
        if !images.isEmpty { try await requireSight() }
        if !attachments.isEmpty {
            output.notice("With " + attachments.map(\.summary).joined(separator: ", ") + ".")
        }
        return .send(parts.joined(separator: "\n\n"), images: images)
    }

    /// Lets files go along with the next message: all of them or none.
    package func attach(_ paths: [String]) throws {
        guard !paths.isEmpty else { return }
        guard let files else { throw REPLError.noFiles }
        let attachments = try paths.map { path in
            guard let attachment = try Attachment(path, from: files) else {
                throw REPLError.noSuchFile(path)
            }
            return attachment
        }
        for attachment in attachments where !attached.contains(attachment) {
            attached.append(attachment)
        }
    }

    /// Says what goes along with the next message.
    package func showAttached() {
        guard !attached.isEmpty else { return }
        let names = attached.map(\.summary).joined(separator: ", ")
        output.notice("The next message goes with \(names). /attach --clear takes that back.")
    }

    /// The files that a message names.
    private func mentioned(
        in typed: String, besides others: [Attachment]
    ) async throws -> [Attachment] {
        guard let files else { return [] }
        var found: [Attachment] = []
        var sight: Bool?
        for mention in FileMention.all(in: typed) {
            switch mention.kind {
            case .explicit:
                guard let attachment = try first(of: mention, in: files) else {
                    try explainMissing(mention)
                    continue
                }
                found.append(attachment)
            case .image:
                // A path in a sentence is no order: what cannot be shown stays a word.
                guard case .image(let path, let image)? = try? first(of: mention, in: files) else {
                    continue
                }
                if sight == nil { sight = await sees() ?? false }
                if sight == true { found.append(.image(path: path, image)) }
            }
        }
        return found.filter { !others.contains($0) }
    }

    private func first(of mention: FileMention, in files: any FileDesk) throws -> Attachment? {
        for path in mention.candidates {
            if let attachment = try Attachment(path, from: files) { return attachment }
        }
        return nil
    }

    private func explainMissing(_ mention: FileMention) throws {
        let path = mention.candidates.last ?? mention.path
        if mention.isClearlyPath { throw REPLError.noSuchFile(path) }
        if path.contains("/") || path.contains(".") {
            output.hint("“@\(path.onOneLine)” names no file here, so it is sent as it stands.")
        }
    }

    /// Puts the last reply in place of `%%`, where that stands by itself.
    private func withLastReply(_ text: String) async throws -> String {
        let mark = "%%"
        guard text.contains(mark) else { return text }
        let words = text.split(omittingEmptySubsequences: false, whereSeparator: \.isWhitespace)
        guard words.contains(where: { $0 == mark }) else { return text }
        guard let reply = try await lastReply()?.message else { throw REPLError.noReplyYet }
        return words.reduce(into: "") { result, word in
            result += word == mark ? reply.content : String(word)
            // The separator stands behind the word in the text itself.
            if word.endIndex < text.endIndex { result.append(text[word.endIndex]) }
        }
    }

    /// Whether the model sees images; `nil` where the server does not say.
    private func sees() async -> Bool? {
        try? await chooseModelIfNeeded()
        let model = await conversation.modelName
        guard !model.isEmpty, let details = try? await server.details(of: model),
            !details.capabilities.isEmpty
        else { return nil }
        return details.capabilities.contains("vision")
    }

    private func requireSight() async throws {
        guard await sees() != false else {
            throw REPLError.cannotSee(await conversation.modelName, at: door)
        }
    }
}
