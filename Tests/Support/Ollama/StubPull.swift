/// The answer to a request to fetch a model, as steps.
struct StubPull {
    /// How many pieces a layer comes in.
    private static let pieces: Int64 = 10

    /// What a fetch leaves behind.
    enum Event: Sendable {
        /// So much of a layer is there.
        case fetched(layer: String, bytes: Int64)
        /// All of a model is there.
        case complete(StubModel)
    }

    /// The model, where there is one of that name.
    let model: StubModel?
    /// How much of its layers was fetched before.
    let fetched: [String: Int64]
    /// The time between two pieces.
    let interval: Duration
    /// Takes what happens.
    let note: @Sendable (Event) -> Void

    /// The steps: what was fetched once is not fetched again.
    var steps: [StubStep] {
        var steps: [StubStep] = [.write(StubHTTP.chunkedHead("application/x-ndjson"))]
        steps.append(line(#"{"status":"pulling manifest"}"#))
        if let model {
            steps += model.layers.flatMap { layer($0.digest, $0.size) }
            for words in ["verifying sha256 digest", "writing manifest"] {
                steps.append(line(#"{"status":"\#(words)"}"#))
            }
            steps.append(.note { [note] in note(.complete(model)) })
            steps.append(line(#"{"status":"success"}"#))
        } else {
            steps.append(line(#"{"error":"pull model manifest: file does not exist"}"#))
        }
        return steps + [.write(StubHTTP.lastChunk)]
    }

    private func layer(_ digest: String, _ size: Int64) -> [StubStep] {
        let piece = max(1, size / Self.pieces)
        let found = fetched[digest] ?? 0
        let ends =
            [found] + stride(from: found + piece, to: size, by: Int(piece))
            + (found < size ? [size] : [])
        return ends.flatMap { end in
            let completed = end > 0 ? #","completed":\#(end)"# : ""
            let status = "pulling \(digest.split(separator: ":")[1].prefix(12))"
            return [
                line(
                    #"{"status":"\#(status)","digest":"\#(digest)","total":\#(size)\#(completed)}"#),
                .note { [note] in note(.fetched(layer: digest, bytes: end)) },
            ] + (interval > .zero ? [.pause(interval)] : [])
        }
    }

    private func line(_ text: String) -> StubStep {
        .write(StubHTTP.chunk(Array("\(text)\n".utf8)))
    }
}
