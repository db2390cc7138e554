import Platform
import TestSupport

/// The arguments of the stub, read as they are: `--port 11435 --tokens 500 --fault stall`.
struct Arguments {
    /// The port to listen on; 0 is any.
    var port = 0
    /// How it answers.
    var behaviour = StubBehaviour()

    /// What can be put on the command line.
    static let usage = """
        usage: stub-ollama [--port N] [--tokens N] [--first-ms N] [--interval-ms N]
                           [--think TEXT] [--reply FILE] [--fault NAME]
        faults: \(faults.keys.sorted().joined(separator: ", "))
        """

    private static let faults: [String: StubFault] = [
        "bytes": .pieces(of: 1),
        "one-chunk": .oneChunk,
        "reset": .reset(afterChunks: 20),
        "cut": .silentClose(afterChunks: 20, terminated: true),
        "break": .silentClose(afterChunks: 20, terminated: false),
        "error": .errorLine(afterChunks: 20, words: "an error was encountered"),
        "stall": .stall(afterChunks: 20),
        "silent": .hang,
        "busy": .busy,
        "forbidden": .forbidden,
        "page": .page,
        "crash": .error(500, "model runner has unexpectedly stopped"),
    ]

    private static func text(of path: String) -> String? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
            bytes += buffer.prefix(count)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Reads arguments; `nil` where they make no sense.
    init?(_ arguments: ArraySlice<String>) {
        behaviour.reply = StubText.essay
        behaviour.library = [
            StubModel("nomic-embed-text", size: 274_302_450, capabilities: ["embedding"]),
            StubModel("llama3.2"),
        ]
        var rest = arguments
        while let name = rest.popFirst() {
            guard let value = rest.popFirst() else { return nil }
            let number = Int(value) ?? -1
            switch (name, value) {
            case ("--think", _): behaviour.thinking = value
            case ("--reply", _):
                guard let text = Self.text(of: value) else { return nil }
                behaviour.reply = { _ in text }
            case ("--fault", _):
                guard let fault = Self.faults[value] else { return nil }
                behaviour.fault = fault
            case _ where number < 0: return nil
            case ("--port", _): port = number
            case ("--tokens", _): behaviour.reply = { _ in StubText.words(number) }
            case ("--first-ms", _): behaviour.firstDelay = .milliseconds(number)
            case ("--interval-ms", _): behaviour.interval = .milliseconds(number)
            default: return nil
            }
        }
    }
}
