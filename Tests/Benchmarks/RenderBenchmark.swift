import Platform
import Terminal

/// A long reply in Markdown, set for a terminal in small chunks, against the same reply left as
/// it is.
struct RenderBenchmark: Benchmark {
    let name = "render 1 MB of Markdown / as it is"

    /// The bytes of a chunk.
    private static let chunkSize = 100

    func run(_ sizes: Sizes) async throws -> Comparison {
        let chunks = Self.chunks(of: Self.reply)
        var fastest = Array(repeating: Duration.seconds(1), count: chunks.count)
        let before = Self.largestMemory
        let comparison = await Comparison.measuring(
            sizes.samples,
            subject: { Self.render(chunks, asMarkdown: true, noting: &fastest) },
            baseline: {
                var ignored = fastest
                return Self.render(chunks, asMarkdown: false, noting: &ignored)
            })
        // What takes long each time is the renderer; the rest is what else the machine did.
        let slowest = fastest.max() ?? .zero
        let bytes = Double(Self.reply.utf8.count)
        let best = fastest.reduce(.zero, +)
        print(
            "# \(Int(bytes / 1e6 / (best / .seconds(1)))) MB/s, slowest chunk "
                + "\(Int(slowest / .microseconds(1))) us, memory grew by "
                + "\(Self.largestMemory - before) kB")
        return comparison
    }

    private static func render(
        _ chunks: [String], asMarkdown: Bool, noting fastest: inout [Duration]
    ) -> Duration {
        let terminal = TerminalTraits.terminal(columns: 80, hasColour: true)
        let output = Output(
            sink: DiscardingSink(), standardOutput: terminal, standardError: terminal)
        output.rendersMarkdown = asMarkdown
        let start = ContinuousClock.now
        var last = start
        for (index, chunk) in chunks.enumerated() {
            output.reply(chunk)
            let now = ContinuousClock.now
            fastest[index] = min(fastest[index], now - last)
            last = now
        }
        output.endReply()
        return ContinuousClock.now - start
    }

    private static func chunks(of text: String) -> [String] {
        var chunks: [String] = []
        var rest = text.unicodeScalars[...]
        while !rest.isEmpty {
            let chunk = rest.prefix(chunkSize)
            chunks.append(String(chunk))
            rest = rest[chunk.endIndex...]
        }
        return chunks
    }

    /// The most memory that the process ever had, in kilobytes, by `getrusage`.
    private static var largestMemory: Int {
        var usage = rusage()
        // RUSAGE_SELF, whose type is not the same everywhere.
        getrusage(0, &usage)
        return Int(usage.ru_maxrss)
    }

    /// A megabyte of what models write, with a table that is as large as tables may be.
    private static let reply: String = {
        var text = largeTable
        while text.utf8.count < 1_000_000 { text += section }
        return text
    }()

    private static let largeTable =
        "| " + Array(repeating: "a title", count: 4).joined(separator: " | ") + " |\n"
        + "|---|---|---|---|\n"
        + String(
            repeating: "| some words | in the cells | of a wide table | größe 日本 |\n", count: 230)
        + "\n"

    private static let section = """
        ## Reading files

        Here is **how to read a file** in *Swift*, with few surprises. The function \
        `String(contentsOf:)` does it; see [the documentation](https://example.com/page) for more.

        1. **Open** the file, and do not forget that a long item is broken with an indentation.
           - line by line, which is `slow` but needs *little* memory
           - as a whole: 日本語のテキスト, emoji 🙂👩‍👩‍👧‍👦 and combining e\u{301}

        > A quotation that is long enough to be wrapped, so that its bar has to be repeated.

        ```swift
        func read(_ path: String) throws -> String {
            let text = try String(contentsOfFile: path, encoding: .utf8)  // a comment
            return text.count > 100 ? "long \\(text)" : "short"
        }
        ```

        | column | meaning |
        | --- | ---: |
        | `one` | Größe, naïve, Ελληνικά |


        """
}

/// Takes what is written and does nothing with it.
private struct DiscardingSink: TextSink {
    func write(_ text: String, to stream: OutputStreamKind) {}
    func isClosed(_ stream: OutputStreamKind) -> Bool { false }
    func failure(of stream: OutputStreamKind) -> String? { nil }
}
