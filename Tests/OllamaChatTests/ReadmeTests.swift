import Chat
import Ollama
import PlatformFoundation
import RedisSessions
import Search
import TestSupport
import Testing

@Suite struct ReadmeTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

    private func text(of file: URL) throws -> String {
        String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }

    @Test func `The example of the library works and is the one that was run here`() async throws {
        let stage = try await Stage()
        var printed = ""
        let url = stage.url
        func print(_ text: String, terminator: String = "\n") { printed += text + terminator }
        func OllamaClient(model: String) -> OllamaClient {
            Ollama.OllamaClient(model: "smollm2", host: stage.stub.address)
        }
        // From here on as in the README.
        let store = try await RedisSessionStore(connectingTo: url)
        let session = try await store.create(
            name: "Python tutorial", systemPrompt: "You are a Python tutor.")
        let conversation = Conversation(
            in: session, of: store, with: OllamaClient(model: "llama3.2"))
        for try await event in conversation.send("How do I read a file?") {
            if case .text(let token) = event { print(token, terminator: "") }
        }
        for stored in try await store.history(of: session.id, .all).messages {
            if let message = stored.message {
                print("\(message.role.rawValue): \(message.content)")
            }
        }
        let query = SearchQuery(text: .words(required: [.word("file")]), order: .best)
        for try await found in store.search(SearchRequest(query, limit: 20)) {
            print("\(found.session.name ?? ""): \(found.hits.count)")
        }
        // So far.
        #expect(printed.contains("system: You are a Python tutor.\nuser: How do I read a file?\n"))
        #expect(printed.contains("assistant: "))
        #expect(printed.hasSuffix("Python tutorial: 2\n"))
        let source = try text(of: URL(filePath: #filePath))
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
        let begin = try #require(lines.firstIndex { $0.hasSuffix("as in the README.") })
        let end = try #require(lines.firstIndex { $0.hasSuffix("// So far.") })
        let example = lines[(begin + 1)..<end].map { $0.dropFirst(8) }.joined(separator: "\n")
        let readme = try text(of: Self.folder.appending(path: "../../README.md").standardized)
        #expect(readme.contains(example))
    }
}
