import TestSupport

/// The pipelines that stream a reply: the program, and `curl` with `jq`.
enum StreamCalls {
    /// What is asked of the server.
    static let body = #"{"model":"smollm2","messages":[{"role":"user","content":"x"}]}"#

    /// The program, which keeps nothing, writing to a file.
    static func program(_ path: String, on stub: StubOllama) -> ShellCall {
        ShellCall(
            #""\#(path)" --quick -q -m smollm2 x > reply"#,
            environment: ["OLLAMA_HOST": stub.address])
    }

    /// `curl` to the same server, and `jq` to take the text out.
    static func curl(on stub: StubOllama, decoding: Bool) -> ShellCall {
        let decoder = decoding ? " | jq -j .message.content" : ""
        return ShellCall(
            #"curl -sN "\#(stub.address)/api/chat" -d '\#(body)'\#(decoder) > reply"#,
            environment: [:])
    }

    /// A stub that streams so many words, each in a chunk, as fast as they are taken.
    static func stub(words: Int) async throws -> StubOllama {
        var behaviour = StubBehaviour()
        behaviour.fault = .prepared(StubText.words(words), of: "smollm2")
        return try await StubOllama(behaviour)
    }
}

/// The time to the first token of a reply, against `curl` to the same server.
struct FirstTokenBenchmark: Benchmark {
    let name = "first token / curl -N"

    func run(_ sizes: Sizes) async throws -> Comparison {
        var behaviour = StubBehaviour()
        behaviour.reply = { _ in "word" }
        let stub = try await StubOllama(behaviour)
        let program = FirstByte(
            of: sizes.program, ["--quick", "-q", "-m", "smollm2", "x"],
            environment: ["OLLAMA_HOST": stub.address])
        let curl = FirstByte(
            of: "/usr/bin/env",
            ["curl", "-sN", "\(stub.address)/api/chat", "-d", StreamCalls.body])
        return try await .measuring(
            sizes.samples, subject: { try await program.time() },
            baseline: { try await curl.time() })
    }
}

/// A long stream to a file by the clock, against `curl` and `jq -j`.
struct StreamBenchmark: Benchmark {
    let name = "long stream / curl | jq"

    func run(_ sizes: Sizes) async throws -> Comparison {
        let stub = try await StreamCalls.stub(words: sizes.chunks)
        return try await .measuring(
            5,
            subject: { try await StreamCalls.program(sizes.program, on: stub).wallTime() },
            baseline: { try await StreamCalls.curl(on: stub, decoding: true).wallTime() })
    }
}

/// The processor time of a long stream to a file, against `curl` and `jq -j`.
struct StreamProcessorBenchmark: Benchmark {
    let name = "long stream CPU / curl | jq CPU"

    func run(_ sizes: Sizes) async throws -> Comparison {
        let stub = try await StreamCalls.stub(words: sizes.chunks)
        return try await .measuring(
            5,
            subject: { try await StreamCalls.program(sizes.program, on: stub).processorTime() },
            baseline: { try await StreamCalls.curl(on: stub, decoding: true).processorTime() })
    }
}
