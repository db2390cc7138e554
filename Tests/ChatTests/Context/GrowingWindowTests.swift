import Chat
import Synchronization
import Testing

/// A window that is as large as its conversation needs.
@Suite struct GrowingWindowTests {
    private let store = MemorySessionStore()

    @Test func `It grows in steps, never shrinks, and each step is told`() async throws {
        let model = CountingModel { _ in CountingModel.prose(words: 300, seed: 1) }
        let conversation = Conversation(
            new: NewSession(model: "tiny", options: ["num_ctx": .automatic]), of: store,
            with: model)
        let told = Mutex<[[Int]]>([])
        for number in 0..<14 {
            let question = CountingModel.prose(words: 500, seed: number)
            _ = try await conversation.run(.send(question)) { event in
                if case .windowGrows(let old, let new) = event {
                    told.withLock { $0.append([old, new]) }
                }
            }
        }
        let windows = model.requests.map { request -> Int in
            if case .integer(let size) = request.options["num_ctx"] { size } else { 0 }
        }
        #expect(windows.first == 4096 && windows.last == 16_384)
        #expect(windows == windows.sorted())
        #expect(told.withLock(\.self) == [[4096, 8192], [8192, 16_384]])
        // Everything was sent.
        #expect(model.requests.last?.messages.count == 27)
        #expect(await conversation.meter?.window == 16_384)
        // A shorter conversation keeps the size that is loaded.
        _ = try await conversation.undo(turns: 12)
        _ = try await conversation.run(.send("Why?")) { _ in }
        #expect(await conversation.options["num_ctx"] == .automatic)
        #expect(ModelOptions(["num_ctx": .automatic, "seed": .integer(1)]).ofServer.count == 1)
    }

    @Test func `A warm-up, a summary and a turn want the same size`() async throws {
        let model = CountingModel { _ in "Well." }
        let text = CountingModel.prose(words: 4000, seed: 3)
        let session = try await store.create(
            NewSession(
                model: "tiny", options: ["num_ctx": .automatic],
                messages: [.user(text), .assistant("Yes.")])
        ).session
        let conversation = Conversation(in: session, of: store, with: model)
        let warmup = try #require(try await conversation.warmupRequest())
        #expect(warmup.options["num_ctx"] == .integer(8192))
        _ = try await conversation.run(.send("Why?")) { _ in }
        try await conversation.summarise(
            try await conversation.messagesToSummarise(keepingNewest: 0)
        ) { _ in }
        #expect(model.requests.map { $0.options["num_ctx"] } == [.integer(8192), .integer(8192)])
    }
}
