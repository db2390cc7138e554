import Chat
import Testing

@testable import Ollama

struct ChatBodyTests {
    private func json(_ request: ChatRequest, keepAlive: Duration? = nil) throws -> String {
        String(decoding: try JSON.encode(ChatBody(request, keepAlive: keepAlive)), as: UTF8.self)
    }

    @Test func `A request is these bytes and no others`() throws {
        let request = ChatRequest(
            model: "smollm2",
            messages: [
                .system("Be brief."),
                .user("Say \"hi\" / 日本\n"),
                Message(
                    role: .assistant, content: "Hi", state: .interrupted, thinking: "Hm",
                    model: "other", images: ["00"]),
                .user("Again"),
            ],
            options: [
                "temperature": .number(0.2), "num_ctx": .integer(8192), "use_mmap": .boolean(false),
                "stop": .texts(["a", "b"]),
            ])
        #expect(
            try json(request)
                == #"{"messages":[{"content":"Be brief.","role":"system"},"#
                + #"{"content":"Say \"hi\" / 日本\n","role":"user"},"#
                + #"{"content":"Hi","role":"assistant"},{"content":"Again","role":"user"}],"#
                + #""model":"smollm2","options":{"num_ctx":8192,"stop":["a","b"],"#
                + #""temperature":0.2,"use_mmap":false},"stream":true}"#)
    }

    @Test func `Images that are there are sent in base64`() throws {
        let image = MessageImage([0xFF, 0xD8, 0xFF])
        var request = ChatRequest(
            model: "m", messages: [.user("Look", with: [image]), .user("Gone", with: [.init([1])])])
        request.images = [image.digest: image.bytes]
        #expect(
            try json(request)
                == #"{"messages":[{"content":"Look","images":["/9j/"],"role":"user"},"#
                + #"{"content":"Gone","role":"user"}],"model":"m","stream":true}"#)
    }

    @Test func `A request without options has none`() throws {
        #expect(
            try json(ChatRequest(model: "m", messages: []))
                == #"{"messages":[],"model":"m","stream":true}"#)
    }

    @Test func `Options of the request itself are not among those of the model`() throws {
        let request = ChatRequest(
            model: "m", messages: [],
            options: [
                "think": .boolean(false), "truncate": .boolean(false), "shift": .boolean(true),
            ])
        #expect(
            try json(request)
                == #"{"messages":[],"model":"m","shift":true,"stream":true,"#
                + #""think":false,"truncate":false}"#)
    }

    @Test func `How much is thought is a word`() throws {
        let request = ChatRequest(model: "m", messages: [], options: ["think": .texts(["high"])])
        #expect(try json(request).contains(#""think":"high""#))
    }

    @Test func `What was thought is not sent again`() throws {
        let reply = Message(role: .assistant, content: "Hi", thinking: "secret")
        #expect(try !json(ChatRequest(model: "m", messages: [reply])).contains("secret"))
    }

    @Test(arguments: [(Duration.seconds(600), "600"), (.seconds(-1), "-1"), (.zero, "0")])
    func `How long the model stays is told in seconds`(_ time: Duration, _ text: String) throws {
        let body = try json(ChatRequest(model: "m", messages: []), keepAlive: time)
        #expect(body == #"{"keep_alive":\#(text),"messages":[],"model":"m","stream":true}"#)
    }
}
