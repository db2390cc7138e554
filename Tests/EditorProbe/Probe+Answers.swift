import LineEditing
import Platform

extension Probe {
    /// Completes a few orders.
    static func complete(_ head: String) async -> CompletionList {
        if head.hasPrefix("/slow") { try? await Task.sleep(for: .seconds(60)) }
        let orders = [
            Completion("/model", description: "Choose a model"),
            Completion("/models", description: "List the models"),
            Completion("/modify", description: "Change the session"),
            Completion("/help", description: "Show help"),
        ]
        return CompletionList(
            orders.filter { $0.replacement.hasPrefix(head) }, replacing: head.count)
    }

    /// Makes a history of two entries in the home folder, unless there is one.
    static func makeHistory() -> String {
        let path = getenv("HOME").map { String(cString: $0) + "/history" } ?? ""
        if let file = fopen(path, "wx") {
            fputs("first entry\nsecond entry\n", file)
            fclose(file)
        }
        return path
    }

    /// Adds a line to the history, and says what went wrong.
    func remember(_ text: String, isPasted: Bool = false) async {
        if let problem = await editor.addToHistory(text, isPasted: isPasted) { say("\(problem)") }
    }

    /// Whether there is a file `stop` in the home folder.
    var isToldToStop: Bool {
        guard let home = getenv("HOME") else { return false }
        return access(String(cString: home) + "/stop", F_OK) == 0
    }

    /// Waits for the file.
    func waitUntilToldToStop() async {
        while !isToldToStop { try? await Task.sleep(for: .milliseconds(10)) }
    }

    /// Waits until so many bytes were typed and not read.
    func waitForInput(of count: Int32) async {
        var waiting: Int32 = 0
        while ioctl(0, UInt(FIONREAD), &waiting) == 0, waiting < count {
            try? await Task.sleep(for: .milliseconds(10))
        }
    }

    /// Whether the terminal echoes.
    var isEchoing: Bool {
        var modes = termios()
        tcgetattr(0, &modes)
        return modes.c_lflag & tcflag_t(ECHO) != 0
    }

    /// A number that is the same for the same text.
    func checksum(of text: String) -> UInt32 {
        text.utf8.reduce(17) { $0 &* 31 &+ UInt32($1) }
    }
}
