import Chat
import Testing

@testable import Ollama

/// What a client makes of every answer that was recorded from a real server.
struct WireTests {
    private func outcome(_ name: String) async throws -> Outcome {
        let transport = RecordedTransport(try RecordedAnswer(name))
        let client = OllamaClient(
            model: "smollm2", transport: transport, sleep: { _ in })
        return try await Outcome(of: client.reply(to: question()))
    }

    @Test(arguments: [
        ("chat_stream", "Hello to the world of words!", "stop"),
        ("chat_stream_rawchunks", "Hello! I'm here to help with", "length"),
        ("chat_nostream", "Hello to the world of friendship!", "stop"),
        ("chat_http10_no_chunking", "Hello to the world of", "length"),
        ("chat_num_predict_5", "The old man had been", "length"),
        ("chat_html_escape", "<b><i>&</i></b>", "stop"),
        ("chat_empty_messages_load", "", "load"),
        ("chat_unload", "", "unload"),
    ])
    func `A reply is read`(_ name: String, _ text: String, _ reason: String) async throws {
        let outcome = try await outcome("\(name).http")
        #expect(outcome.text == text)
        #expect(outcome.end?.reason == reason)
        #expect(outcome.end?.isTruncated == (reason == "length"))
        #expect(outcome.error == nil)
    }

    @Test(arguments: [
        ("chat_unknown_model", OllamaError.Code.unknownModel, "Ollama has no model smollm2."),
        ("chat_foreign_host_header", .refused, "refuses the name"),
        ("get_on_chat", .notOllama, "405 Method Not Allowed"),
        ("unknown_path", .notOllama, "404 Not Found"),
        ("chat_tiny_ctx_truncate_false", .contextWindow, "does not fit the window"),
        ("chat_think_true", .refused, "does not support thinking."),
        ("chat_no_model", .refused, "model is required."),
        ("chat_wrong_type", .refused, "cannot unmarshal"),
        ("chat_bad_option_type", .serverFailed, "Ollama failed: "),
        ("killed_runner_before_first_token", .serverFailed, "unexpectedly stopped"),
        ("load_failure_truncated_blob", .serverFailed, "Ollama failed: "),
    ])
    func `A refusal becomes a sentence`(
        _ name: String, _ code: OllamaError.Code, _ words: String
    ) async throws {
        let outcome = try await outcome("\(name).http")
        #expect(outcome.events.isEmpty)
        #expect(outcome.error?.code == code)
        #expect(outcome.error?.description.contains(words) == true)
        #expect(outcome.error?.description.hasSuffix(".") == true)
    }

    @Test(arguments: ["killed_sigkill_midstream", "unload_midstream_stream"])
    func `What arrived of a killed reply is kept, and it is not done`(_ name: String) async throws {
        let answer = try RecordedAnswer("\(name).http")
        let isDone = String(decoding: answer.body, as: UTF8.self).contains("\"done\":true")
        let outcome = try await outcome("\(name).http")
        #expect(outcome.text.count > 20)
        #expect((outcome.end != nil) == isDone)
    }

    @Test func `Every recorded answer ends in events or in a sentence`() async throws {
        let names = try RecordedAnswer.names().filter {
            $0.hasPrefix("chat_") || $0.hasPrefix("killed") || $0.hasPrefix("load_")
                || $0.hasPrefix("queue") || $0.hasPrefix("huge")
        }
        #expect(names.count > 50)
        for name in names {
            let outcome = try await outcome(name)
            #expect(!outcome.events.isEmpty || outcome.error != nil, "\(name)")
            #expect(outcome.error?.description.hasSuffix(".") != false, "\(name)")
        }
    }

    @Test func `A full queue is retried to the end of patience`() async throws {
        let transport = RecordedTransport(try RecordedAnswer("queue_full_503.http"))
        let client = OllamaClient(model: "smollm2", transport: transport, sleep: { _ in })
        let outcome = try await Outcome(of: client.reply(to: question()))
        #expect(transport.requests.count == 7)
        #expect(outcome.error == .busy)
    }

    @Test func `Models, details and what is loaded are read`() async throws {
        func client(_ name: String) throws -> OllamaClient {
            OllamaClient(transport: RecordedTransport(try RecordedAnswer(name)))
        }
        let digest = "6330c1283faef17dd8865c3ecc4de135f59df352b4738221d1238caccebd7b00"
        #expect(
            try await client("tags.http").models() == [
                ModelSummary(
                    name: "smollm2:latest", digest: digest, size: 98_363_548,
                    parameterSize: "134.52M", quantization: "Q4_1")
            ])
        let details = try await client("show.http").details(of: "smollm2")
        #expect(details.contextLength == 8192)
        #expect(details.capabilities == ["completion"])
        #expect(details.architecture == "llama")
        #expect(details.parameterSize == "134.52M")
        #expect(details.quantization == "Q4_1")
        #expect(details.license == "Apache-2.0")
        #expect(details.template?.hasPrefix("{{- if .Messages }}\n") == true)
        #expect(details.values(of: "temperature") == ["0.2"])
        #expect(details.values(of: "stop") == ["\"<|im_start|>\"", "\"<|im_end|>\""])
        #expect(details.values(of: "seed").isEmpty)
        #expect(
            try await client("ps.http").loadedModels() == [
                LoadedModel(
                    name: "smollm2:latest", digest: digest, contextLength: 4096,
                    size: 190_948_608, sizeOnGPU: 0, expiresAt: Timestamp(seconds: 1795372319))
            ])
        #expect(try await client("version.http").version() == "0.24.0")
        try await client("chat_load_keepalive.http").load("smollm2")
        await #expect(throws: OllamaError.unknownModel("nosuch")) {
            try await client("show_unknown.http").details(of: "nosuch")
        }
    }
}
