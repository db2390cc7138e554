/// A line of a reply.
struct StubLine {
    /// The model that it names.
    let model: String

    /// A line with a token.
    func token(_ text: String) -> String {
        line(#"{"role":"assistant","content":\#(StubJSON.text(text))},"done":false"#)
    }

    /// A line with a token of what is thought.
    func thought(_ text: String) -> String {
        line(#"{"role":"assistant","content":"","thinking":\#(StubJSON.text(text))},"done":false"#)
    }

    /// The last line.
    func end(reason: String, statistics: String) -> String {
        line(
            #"{"role":"assistant","content":""},"done":true,"done_reason":"\#(reason)""#
                + statistics)
    }

    private func line(_ message: String) -> String {
        #"{"model":\#(StubJSON.text(model)),"created_at":"2026-01-02T03:04:05.678901234Z","#
            + #""message":\#(message)}"#
    }
}

/// A reply as steps.
struct StubStream {
    /// What is asked.
    let chat: StubChat
    /// How to answer.
    let behaviour: StubBehaviour
    /// What goes wrong.
    let fault: StubFault?

    /// The steps: the head comes with the first line, as Ollama has it.
    var steps: [StubStep] {
        switch fault {
        case .reset(let count): return paced(lines.prefix(count)) + hold(count) + [.reset]
        case .stall(let count): return paced(lines.prefix(count)) + [.stall]
        case .silentClose(let count, let isTerminated):
            let end = isTerminated ? [StubStep.write(StubHTTP.lastChunk)] : []
            return paced(lines.prefix(count)) + hold(count) + end + [.close]
        case .errorLine(let count, let words):
            let error = Array("{\"error\":\(StubJSON.text(words))}\n".utf8)
            return paced(lines.prefix(count) + [error]) + [.write(StubHTTP.lastChunk)]
        case .oneChunk:
            return paced([Array(lines.joined())]) + [.write(StubHTTP.lastChunk)]
        case .pieces(let size):
            let bytes = Array(lines.joined())
            let pieces = stride(from: 0, to: bytes.count, by: size).map {
                Array(bytes[$0..<min($0 + size, bytes.count)])
            }
            return paced(pieces[...]) + [.write(StubHTTP.lastChunk)]
        case nil, .status, .replay, .hang, .endlessLine:
            return paced(lines[...]) + [.write(StubHTTP.lastChunk)]
        }
    }

    private func hold(_ count: Int) -> [StubStep] {
        behaviour.heard.map { [.hold($0, count)] } ?? []
    }

    private var lines: [[UInt8]] {
        let line = StubLine(model: chat.model)
        let thoughts = behaviour.thinking.map(StubText.tokens) ?? []
        let tokens = StubText.tokens(behaviour.reply(chat))
        let promptTokens = 12 + chat.messages.reduce(0) { $0 + $1.content.utf8.count / 4 + 4 }
        let count = tokens.count + thoughts.count
        let end = line.end(
            reason: behaviour.doneReason,
            statistics: #","total_duration":\#(300_000_000 + 5_000_000 * count),"#
                + #""load_duration":30000000,"prompt_eval_count":\#(promptTokens),"#
                + #""prompt_eval_duration":250000000,"eval_count":\#(count),"#
                + #""eval_duration":\#(5_000_000 * count)"#)
        let lines = thoughts.map(line.thought) + tokens.map(line.token) + [end]
        return lines.map { Array("\($0)\n".utf8) }
    }

    private func paced(_ bodies: ArraySlice<[UInt8]>) -> [StubStep] {
        var steps: [StubStep] = []
        for (index, body) in bodies.enumerated() {
            if index > 0, behaviour.interval > .zero { steps.append(.pause(behaviour.interval)) }
            let head = index == 0 ? StubHTTP.chunkedHead("application/x-ndjson") : []
            steps.append(.write(head + StubHTTP.chunk(body)))
        }
        return steps
    }
}
