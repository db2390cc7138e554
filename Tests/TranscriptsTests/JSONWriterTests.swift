import Chat
import Testing
import Transcripts

@Suite struct JSONWriterTests {
    private func text(_ members: [String], format: String = "json") throws -> String {
        let messages = members.enumerated().map { index, member in
            StoredMessage(
                number: index + 1, timestamp: Timestamp(microseconds: 1_760_000_000_000_123),
                message: nil, member: Array(member.utf8))
        }
        let bytes = try Samples.write(
            Samples.session("abc", of: messages, name: "Name"), messages, as: format)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func `The shape is the original's, with our keys behind its own`() throws {
        let text = try text([#"{"role":"user","content":"Hi","timestamp":1760000000.000123}"#])
        #expect(
            text == """
                {"metadata":{"created_at":1760000000.000123,"last_activity":1760000000.000123,\
                "message_count":1,"name":"Name","id":"abc","model":"llama3.2",\
                "options":{"num_ctx":4096,"temperature":0.5},"ttl":60,"pinned":false},
                "messages":[
                {"role":"user","content":"Hi","timestamp":1760000000.000123}
                ]}

                """)
    }

    @Test(arguments: [
        #"{"timestamp": 1760000000.0001232, "x": [1.5e-3, {"y": "\ud83d \u00e9"}], "role" : "u"}"#,
        #"  {"content":"\"timestamp\":1","timestamp":1760000000.000123}"#,
    ])
    func `A member is written as it is stored`(member: String) throws {
        #expect(try text([member]).contains("[\n\(member)\n]"))
    }

    @Test func `A time that the member does not say is added`() throws {
        #expect(try text([#"{"a":1}"#]).contains(#"{"timestamp":1760000000.000123,"a":1}"#))
        #expect(try text(["{}"]).contains(#"{"timestamp":1760000000.000123}"#))
        #expect(
            try text([#"{"timestamp":5}"#]).contains(#"{"score":1760000000.000123,"timestamp":5}"#))
    }

    @Test(arguments: [
        "no JSON", "[1]", #"{"a":1"#, #"{"a":01}"#, #"{"a":1}}"#, #"{"a":"\x"}"#,
        "{\"a\":\"\u{1}\"}",
        #"{"a":tru}"#, #"{a:1}"#, #"{"a":1,}"#, String(repeating: #"{"a":"#, count: 5000),
    ])
    func `What is no JSON object is written as text`(member: String) throws {
        let text = try text([member])
        #expect(text.contains(#"{"timestamp":1760000000.000123,"unreadable":""#))
        let reading = try TranscriptImport.read(Array(text.utf8), now: Samples.now)
        #expect(reading.problems.first?.sentence.contains("could not be read when") == true)
    }

    @Test func `Bytes that are no text are written as base64`() throws {
        let message = StoredMessage(
            number: 1, timestamp: Samples.start, message: nil, member: [0xFF, 0xFE])
        let bytes = try Samples.write(Samples.session("abc", of: []), [message], as: "json")
        #expect(
            String(decoding: bytes, as: UTF8.self)
                .contains(#""encoding":"base64","unreadable":"//4=""#))
    }

    @Test func `Every line of JSON Lines is one object`() throws {
        let text = try text(["{\n\"a\":\r\n1}", #"{"type":"session"}"#], format: "jsonl")
        let lines = text.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines[0].hasPrefix(#"{"type":"session","created_at":"#))
        #expect(lines[1].hasPrefix(#"{"type":"message","message":{"timestamp":"#))
        #expect(lines[2].hasSuffix(#","type":"session"}}"#))
    }

    @Test func `A format is found by its name and by the name of a file`() throws {
        #expect(TranscriptFormat.ofFile("notes/a.b.JSONL")?.name == "jsonl")
        #expect(TranscriptFormat.ofFile("notes") == nil)
        #expect(throws: TranscriptError.self) { try TranscriptFormat.named("pdf") }
        #expect(
            Set(TranscriptFormat.all.flatMap(\.fileEndings)).count
                == TranscriptFormat.all.flatMap(\.fileEndings).count)
    }
}
