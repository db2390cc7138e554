import Chat
import Testing
import Transcripts

@Suite struct RoundTripTests {
    @Test(arguments: ["json", "jsonl", "markdown"], 0..<60)
    func `What is written is read again`(format: String, seed: Int) throws {
        var samples = Samples(seed: seed + 1)
        let messages = samples.history(6)
        let session = Samples.session("abc", of: messages, name: "A \"name\": with — marks")
        let bytes = try Samples.write(session, messages, as: format)
        #expect(try TranscriptImport.format(of: bytes) == format)
        let reading = try TranscriptImport.read(bytes, now: Samples.now)
        #expect(reading.problems == [])
        let read = try #require(reading.conversations.first)
        #expect(read.name == session.name)
        #expect(read.model == session.model)
        #expect(read.options == session.options)
        #expect(read.createdAt == session.createdAt)
        #expect(read.messages.map(\.message) == messages.map(\.message))
        #expect(read.messages.map(\.said) == messages.map(\.timestamp))
        #expect(read.messages.map(\.timestamp) == messages.map(\.timestamp))
    }

    @Test(arguments: ["json", "jsonl", "markdown"])
    func `The shelf comes along`(format: String) throws {
        var samples = Samples(seed: 7)
        let messages = samples.history(3)
        let shelf = ShelvedMessages(
            operation: .random(), kind: .retry, at: Samples.start, head: messages[1].timestamp,
            messages: samples.history(2))
        let bytes = try Samples.write(
            Samples.session("abc", of: messages), messages, shelf: [shelf], as: format)
        let read = try TranscriptImport.read(bytes, now: Samples.now)
        #expect(read.problems == [])
        let entry = try #require(read.conversations.first?.shelf.first)
        #expect(entry.operation == shelf.operation)
        #expect(entry.kind == .retry)
        #expect(entry.at == shelf.at)
        #expect(entry.head == shelf.head)
        #expect(entry.messages.map(\.message) == shelf.messages.map(\.message))
        #expect(entry.messages.map(\.said) == shelf.messages.map(\.timestamp))
    }

    @Test(arguments: ["json", "jsonl", "markdown"])
    func `Branches are found again, in whatever order they come`(format: String) throws {
        var samples = Samples(seed: 9)
        let messages = samples.history(5)
        let branch =
            Array(messages.prefix(3))
            + samples.history(
                2, from: Samples.start.advanced(byMicroseconds: 900_000_000))
        let parent = Samples.session("parent", of: messages, name: "Parent")
        let child = Samples.session(
            "child", of: branch, name: "Child", parent: "parent", branchPoint: 3)
        let bytes = try Samples.write(
            [(child, branch, []), (parent, messages, [])], as: format)
        let read = try TranscriptImport.read(bytes, now: Samples.now)
        #expect(read.problems == [])
        #expect(read.conversations.map(\.name) == ["Parent", "Child"])
        #expect(read.conversations[1].branch == .init(parent: 0, position: 3))
        #expect(try read.path(of: 1).map(\.message) == branch.map(\.message))
        #expect(try read.path(of: 1).map(\.timestamp) == branch.map(\.timestamp))
        let alone = try TranscriptImport.read(
            Samples.write(child, branch, as: format), now: Samples.now)
        #expect(alone.conversations.first?.digest == read.conversations[1].digest)
    }

    @Test func `The same content gives the same id, whatever the format and the name`() throws {
        var samples = Samples(seed: 11)
        let messages = samples.history(4)
        let formats = ["json", "jsonl", "markdown"]
        let ids = try formats.enumerated().map { index, format in
            let session = Samples.session("s\(index)", of: messages, name: "Name \(index)")
            let bytes = try Samples.write(session, messages, as: format)
            return try TranscriptImport.read(bytes, now: Samples.now).conversations.first?.id
        }
        #expect(ids[0] != nil)
        #expect(Set(ids).count == 1)
        let others = samples.history(4)
        let bytes = try Samples.write(Samples.session("s", of: others), others, as: "json")
        let other = try TranscriptImport.read(bytes, now: Samples.now).conversations.first?.id
        #expect(other != ids[0])
    }
}
