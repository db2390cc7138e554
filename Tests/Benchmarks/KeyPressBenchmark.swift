import TestSupport

/// From a key press to the screen that shows it, against the echo of `cat`.
struct KeyPressBenchmark: Benchmark {
    let name: String
    private let text: String

    /// A key behind a line of a few words.
    static let short = KeyPressBenchmark(name: "key press, short line / cat", text: "A few words")

    /// A key behind 64 kB in many lines, which were pasted and unfolded.
    static let long = KeyPressBenchmark(
        name: "key press, 64 kB / cat",
        text: String(repeating: "A line of forty-eight characters, and a newline.\n", count: 1_200)
            + String(repeating: "x", count: 700))

    func run(_ sizes: Sizes) async throws -> Comparison {
        let stub = try await StubOllama()
        let terminal = try PseudoTerminal(
            sizes.program, [], environment: ["OLLAMA_HOST": stub.address], columns: 100)
        try await terminal.waitForOutput(">>>")
        try await terminal.send("\u{1b}[200~\(text)\u{1b}[201~")
        if text.utf8.count > 2_000 {
            try await terminal.waitForOutput("[pasted")
            try await terminal.send("\u{18}\u{0f}")
            try await terminal.waitForOutput("xxxxx")
        }
        try await terminal.settle()
        let echo = try PseudoTerminal("/bin/cat", [])
        let comparison = try await Comparison.measuring(
            sizes.samples * 4,
            subject: { try await terminal.answer(to: "y") },
            baseline: { try await echo.answer(to: "y") })
        try await terminal.send("\u{03}\u{04}")
        _ = try await terminal.waitForEnd()
        return comparison
    }
}

/// From the first byte of a paste of a megabyte to its label, against `cat` reading it.
struct PasteBenchmark: Benchmark {
    let name = "paste of 1 MB / cat"

    func run(_ sizes: Sizes) async throws -> Comparison {
        let stub = try await StubOllama()
        let terminal = try PseudoTerminal(
            sizes.program, [], environment: ["OLLAMA_HOST": stub.address], columns: 100)
        try await terminal.waitForOutput(">>>")
        let line = String(repeating: "x", count: 99) + "\n"
        let text = String(repeating: line, count: 10_000)
        let comparison = try await Comparison.measuring(
            max(3, sizes.samples / 5),
            subject: {
                try await terminal.settle()
                let before = terminal.outputCount
                let duration = try await time {
                    try await terminal.send("\u{1b}[200~\(text)\u{1b}[201~")
                    while !terminal.output(from: before).contains("1000000 bytes]") {
                        await Task.yield()
                    }
                }
                try await terminal.send("\u{7f}")
                return duration
            },
            baseline: {
                let reader = try PseudoTerminal(
                    "/bin/sh", ["-c", "stty raw -echo; echo ready; head -c 1000000 | wc -c"])
                try await reader.waitForOutput("ready")
                let before = reader.outputCount
                return try await time {
                    try await reader.send(text)
                    while !reader.output(from: before).contains("1000000") { await Task.yield() }
                }
            })
        try await terminal.send("\u{03}\u{04}")
        _ = try await terminal.waitForEnd()
        return comparison
    }
}

extension PseudoTerminal {
    /// Waits until nothing is written for a while.
    fileprivate func settle() async throws {
        var count = -1
        while count != outputCount {
            count = outputCount
            try await Task.sleep(for: .milliseconds(200))
        }
    }

    /// How long it takes until a key is answered by a whole picture, or by its echo.
    fileprivate func answer(to key: String) async throws -> Duration {
        let before = outputCount
        let duration = try await time {
            try await send(key)
            while outputCount == before || !isPictureWhole(from: before) { await Task.yield() }
        }
        try await Task.sleep(for: .milliseconds(2))
        return duration
    }

    /// Whether a synchronised picture that was begun has ended.
    private func isPictureWhole(from place: Int) -> Bool {
        let text = output(from: place)
        return !text.contains("\u{1b}[?2026h") || text.hasSuffix("\u{1b}[?2026l")
    }
}
