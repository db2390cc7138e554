// The bundle of resources is not part of FoundationEssentials.
import Chat
import Foundation
import Testing
import Transcripts

@Suite struct ForeignFormatTests {
    static func bytes(_ file: String) throws -> [UInt8] {
        let folder = try #require(Bundle.module.resourcePath)
        return Array(
            try #require(FileManager.default.contents(atPath: "\(folder)/Foreign/\(file)")))
    }

    private func read(_ file: String) throws -> WholeReading {
        try TranscriptImport.read(Self.bytes(file), now: Samples.now)
    }

    private func contents(_ reading: WholeReading, _ index: Int) throws -> [String] {
        try reading.path(of: index).map { "\($0.message.role.rawValue): \($0.message.content)" }
    }

    private func losses(_ reading: WholeReading) -> [String] {
        reading.problems.filter { $0.kind == .loss }.map(\.place)
    }

    @Test(arguments: [
        ("chatgpt.json", "chatgpt"), ("openwebui.json", "openwebui"), ("llm.json", "llm"),
        ("aichat.yaml", "aichat"), ("Modelfile", "modelfile"),
    ])
    func `The format is found out, and gives the same ids each time`(
        file: String, format: String
    ) throws {
        let bytes = try Self.bytes(file)
        #expect(try TranscriptImport.format(of: bytes) == format)
        #expect(try TranscriptImport.format(of: [0xEF, 0xBB, 0xBF] + bytes) == format)
        let first = try read(file)
        let second = try TranscriptImport.read(
            bytes, as: format, now: Samples.now.advanced(byMicroseconds: 99))
        #expect(!first.conversations.isEmpty)
        #expect(first.conversations.map(\.id) == second.conversations.map(\.id))
        #expect(first.conversations.allSatisfy { $0.id != nil })
        for index in first.conversations.indices {
            let times = try first.path(of: index).map(\.timestamp)
            #expect(zip(times, times.dropFirst()).allSatisfy { $0 < $1 })
            #expect(times.allSatisfy { $0 <= Samples.now })
        }
    }

    @Test func `Branches of ChatGPT are branches`() throws {
        let reading = try read("chatgpt.json")
        #expect(
            reading.conversations.map(\.name)
                == ["Reading files in Python", "Reading files in Python (branch)", nil])
        #expect(
            try contents(reading, 0) == [
                "user: How do I read this file?", "assistant: open('a').read()", "tool: hello",
                "assistant: It says hello.", "user: Thanks!",
            ])
        #expect(
            try contents(reading, 1) == [
                "user: How do I read this file?", "assistant: Use open().",
            ])
        #expect(reading.conversations[1].branch == .init(parent: 0, position: 1))
        #expect(try contents(reading, 2) == ["user: Alone"])
        let first = reading.conversations[0]
        #expect(first.model == "o3")
        #expect(first.createdAt == Timestamp(microseconds: 1_726_000_000_123_456))
        #expect(first.messages[1].message.model == "o3")
        #expect(
            first.messages[1].message.thinking == "Looking at the question\n\nThey want a file.")
        #expect(first.messages[0].said == Timestamp(microseconds: 1_726_000_001_500_000))
        #expect(
            losses(reading) == [
                "conversation 1 (“Reading files in Python”), node q1",
                "conversation 2 (“Broken”)", "conversation 3, node bad",
            ])
    }

    @Test func `Branches of Open WebUI are branches`() throws {
        let reading = try read("openwebui.json")
        #expect(reading.conversations.map(\.name) == ["Bread", "Bread (branch)", "Old"])
        #expect(
            try contents(reading, 0) == [
                "user: How do I bake bread?", "assistant: With patience.", "user: How long?",
            ])
        #expect(
            try contents(reading, 1) == ["user: How do I bake bread?", "assistant: With flour."])
        #expect(reading.conversations[0].messages[1].message.model == "qwen3:8b")
        #expect(reading.conversations[1].messages[0].message.model == "llama3.2:latest")
        let reply = reading.conversations[0].messages[1].message
        #expect(reply.thinking == "\"Bread\" takes time.\nSo does patience.")
        #expect(try contents(reading, 2) == ["user: Hi", "assistant: Hello"])
        let images = reading.conversations[0].messages[0].message.images
        #expect(images == ["709e80c88487a2411e1ee4dfb9f22a861492d20c4765150c0c794abd70f8147c"])
        #expect(images.map { reading.conversations[0].images[$0] } == [[0, 0, 0]])
        #expect(Set(losses(reading)) == ["conversation 1 (“Bread”), node m1", "conversation 2"])
    }

    @Test func `Rows of llm are conversations in order of time`() throws {
        let reading = try read("llm.json")
        #expect(reading.conversations.map(\.name) == ["Greet in Python", "One-off"])
        #expect(
            try contents(reading, 0) == [
                "system: Be short.", "user: Greet in Python", "assistant: print('hi')",
                "user: And in Swift?", "assistant: print(\"hi\")",
            ])
        #expect(reading.conversations[0].options == ["temperature": .number(0.5)])
        #expect(try contents(reading, 1) == ["user: One-off", "assistant: Yes."])
        #expect(Set(losses(reading)) == ["row 2", "row 3"])
        #expect(reading.problems.allSatisfy { $0.kind == .loss })
    }

    @Test func `A session of aichat is read`() throws {
        let reading = try read("aichat.yaml")
        let conversation = try #require(reading.conversations.first)
        #expect(conversation.model == "llama3.2:latest")
        #expect(conversation.options == ["temperature": .number(0.7)])
        #expect(
            try contents(reading, 0) == [
                "user: It's the first: one",
                "system: You are a coder.\n\n  Indent: yes # no comment\n- not a list",
                "user: Say \"hi\"\n\tin é😀", "assistant: ```yaml\nmodel: x\nmessages:\n```\n",
                "user: What is on it?", "tool: plain: with a colon?",
                "assistant:   indented by two\nand not",
            ])
        #expect(
            losses(reading) == ["conversation 1, message 8"])
        #expect(conversation.messages[4].message.images == Array(conversation.images.keys))
        #expect(Array(conversation.images.values) == [[0, 0, 0]])
    }

    @Test func `The conversation of a Modelfile is read`() throws {
        let reading = try read("Modelfile")
        let conversation = try #require(reading.conversations.first)
        #expect(conversation.model == "llama3.2:latest")
        #expect(
            conversation.options
                == ["temperature": .number(0.6), "stop": .texts(["<|im_end|>", "</s>"])])
        #expect(
            try contents(reading, 0) == [
                "system: \nYou are Mario.\nSay \"it's me\".\n", "user: Is Toronto in Canada?",
                "assistant: yes", "user: Two\nlines", "assistant: quoted",
            ])
        #expect(losses(reading) == ["conversation 1, message 6"])
        #expect(reading.problems.contains { $0.kind == .remark && $0.place == "line 13" })
    }

    @Test func `Nodes that are their own ancestors do not hang`() throws {
        let node = #"{"message":{"author":{"role":"user"},"content":{"parts":["x"]}},"parent":"#
        let text = #"[{"mapping":{"a":\#(node)"b"},"b":\#(node)"a"},"c":\#(node)"a"}}}]"#
        let reading = try TranscriptImport.read(Array(text.utf8), now: Samples.now)
        #expect(reading.conversations.count == 1)
        #expect(try reading.path(of: 0).count == 3)
    }

    @Test func `Many branches of a long conversation cost no more than their messages`() throws {
        let message = #""message":{"author":{"role":"user"},"content":{"parts":["x"]}}"#
        let chain = (1...3000).map { #""n\#($0)":{"parent":"n\#($0 - 1)",\#(message)}"# }
        let leaves = (1...3000).map { #""l\#($0)":{"parent":"n3000",\#(message)}"# }
        let text = #"[{"mapping":{\#((chain + leaves).joined(separator: ","))}}]"#
        let reading = try TranscriptImport.read(Array(text.utf8), now: Samples.now)
        #expect(reading.conversations.count == 3000)
        #expect(reading.conversations.map(\.messages.count).reduce(0, +) == 6000)
        #expect(try reading.path(of: 2999).count == 3001)
    }

    @Test(arguments: ["chatgpt.json", "openwebui.json", "llm.json", "aichat.yaml", "Modelfile"])
    func `A file that is cut anywhere is read as far as it goes`(file: String) throws {
        let bytes = try Self.bytes(file)
        let format = try #require(try TranscriptImport.format(of: bytes))
        for count in stride(from: 1, to: bytes.count, by: 37) {
            _ = try? TranscriptImport.read(
                Array(bytes.prefix(count)), as: format, now: Samples.now)
        }
        #expect(try !read(file).conversations.isEmpty)
    }

    @Test(arguments: ["chatgpt.json", "openwebui.json", "llm.json", "aichat.yaml", "Modelfile"])
    func `Whatever bytes are changed, every reader comes to an end`(file: String) throws {
        var samples = Samples(seed: file.utf8.count)
        let bytes = try Self.bytes(file)
        let odd = Array("\"\\{}[]:,\n\r -#|>'<0\u{0}".utf8) + [0x80, 0xC2, 0xED, 0xFF]
        for _ in 0..<60 {
            var changed = bytes
            for _ in 0..<Int.random(in: 1...6, using: &samples) {
                let place = Int.random(in: 0..<changed.count, using: &samples)
                let byte = odd.randomElement(using: &samples) ?? 0
                if samples.chance(2) {
                    changed[place] = byte
                } else {
                    changed.insert(byte, at: place)
                }
            }
            for reader in TranscriptImport.readers {
                let reading = try? TranscriptImport.read(changed, as: reader.name, now: Samples.now)
                #expect(reading?.conversations.allSatisfy { !$0.digest.isEmpty } ?? true)
            }
        }
    }
}
