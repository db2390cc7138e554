import Chat
import Platform
import PlatformFoundation
import Testing

@testable import ChatConfiguration

@Suite struct ConfigurationErrorTests {
    private struct Fault: Sendable, CustomTestStringConvertible {
        let text: String
        let line: String
        let words: String

        init(_ text: String, at line: String = ":1", _ words: String) {
            self.text = text
            self.line = line
            self.words = words
        }

        var testDescription: String { text }
    }

    private static let faults = [
        Fault("# one\n\nmodle = \"x\"", at: ":3", "Did you mean model?"),
        Fault("[stor]\nurl = \"x\"", at: ":2", "Did you mean store.url?"),
        Fault("[stroe]", "There is no key stroe"),
        Fault("url = \"x\"", "Did you mean store.url?"),
        Fault("temperature = 1", "Did you mean options.temperature?"),
        Fault("[options]\ntemprature = 1", at: ":2", "Did you mean options.temperature?"),
        Fault("entirely_different = 1", "config show lists the keys"),
        Fault("model.name = \"x\"", "There is no key model.name"),
        Fault("model = \"a\"\nsystem = \"\"\"\ntwo\"\"\"\nttl = \"soon\"", at: ":4", "12h"),
        Fault("model = \"a\"\nttl = \"\"\"\nno\nton\"\"\"", at: ":2 ", "12h"),
        Fault("ttl = true", "no duration"),
        Fault("model = 1", "no text"),
        Fault("model = \"\"", "no text"),
        Fault("quiet = \"yes\"", "neither true nor false"),
        Fault("store = 1", "store.url"),
        Fault("[[store]]\nurl = \"x\"", "store.url"),
        Fault("store.namespace = \"a b\"", "no namespace"),
        Fault("ollama.keep_alive = 1.5", "no duration"),
        Fault("ollama.headers = 1", "ollama.headers.X-Team"),
        Fault("ollama.headers.X-Team = 1", "no text"),
        Fault("ollama.headers.\"X Team\" = \"1\"", "cannot be the name of one"),
        Fault("ollama.headers.content-type = \"1\"", "set by the program itself"),
        Fault("ollama.headers.X-Team = \"a\\nb: c\"", "cannot be sent"),
        Fault("options = 3", "options.temperature"),
        Fault("options.temperature = \"0.2\"", "a number"),
        Fault("options.num_ctx = 1.5", "a whole number"),
        Fault("options.num_ctx = 0", "at least 1"),
        Fault("options.top_p = 3", "at most 1"),
        Fault("options.stop = [1]", "a list of texts"),
        Fault("options.seed = 1979-05-27", "a whole number"),
        Fault("model = \"a\"\nttl = [", at: ":2:8", "array"),
        Fault("model = \"a\"\nmodel = \"b\"", at: ":2:", "redefine"),
        Fault("model = \"a\"\n\0", at: ":2:1", "zero byte"),
    ]

    @Test(arguments: faults)
    private func `Each fault of the file is told with its line`(fault: Fault) throws {
        let home = try ConfigurationHome(fault.text)
        let error = try #require(throws: ConfigurationError.self) { try home.configuration() }
        let told = "\(error) \(error.hint ?? "")"
        #expect(told.contains("\(home.path)\(fault.line)"), "\(told)")
        #expect(told.contains(fault.words), "\(told)")
        #expect(error.kind == .usage)
    }

    @Test func `Of several faults the first is told`() throws {
        let home = try ConfigurationHome("z = 1\nmodel = 2\na = 3")
        let error = #expect(throws: ConfigurationError.self) { try home.configuration() }
        #expect(error?.description.contains("key z") == true)
    }

    private static let variables = [
        ("OLLAMA_CHAT_TTL", "soon", "12h"), ("OLLAMA_CHAT_QUIET", "maybe", "neither"),
        ("OLLAMA_CHAT_TTTL", "1", "OLLAMA_CHAT_TTL?"),
        ("OLLAMA_CHAT_OPTIONS_TOP_P", "3", "at most 1"),
        ("OLLAMA_CHAT_OLLAMA_HEADERS", "X-Team", "Name: value"),
    ]

    @Test(arguments: variables)
    func `Each fault of a variable is told with its name`(
        name: String, value: String, words: String
    ) throws {
        let home = try ConfigurationHome()
        let error = try #require(throws: ConfigurationError.self) {
            try home.configuration([name: value])
        }
        #expect(error.description.contains(name))
        #expect("\(error) \(error.hint ?? "")".contains(words))
    }

    @Test func `A secret that cannot be sent is not told`() throws {
        let home = try ConfigurationHome("ollama.token = \"hush\\n\"")
        let error = try #require(throws: ConfigurationError.self) { try home.configuration() }
        #expect(!"\(error)".contains("hush"))
    }

    @Test(
        arguments: [
            "ollama.token = \"x\"", "ollama.headers.X-Key = \"x\"",
            "store.url = \"redis://:x@localhost\"", "ollama.host = \"http://me:x@localhost\"",
        ], [0o640, 0o604, 0o660])
    func `A file with a secret that others can read is refused`(text: String, mode: Int) throws {
        let home = try ConfigurationHome(text, mode: mode)
        let error = try #require(throws: ConfigurationError.self) { try home.configuration() }
        #expect(error.hint == "Run chmod 600 \(home.path)")
        let key = text.prefix { $0 != " " }
        #expect(key.hasPrefix(error.description.split(separator: "(")[1].prefix { $0 != ")" }))
    }

    @Test func `A file without a secret may be read by others`() throws {
        let home = try ConfigurationHome("store.url = \"redis://localhost\"", mode: 0o644)
        #expect(try home.configuration().text(.storeURL) == "redis://localhost")
    }

    @Test(.enabled(if: getuid() == 0, "Only root can give a file to somebody else."))
    func `A file with a secret that belongs to another user is refused`() throws {
        let home = try ConfigurationHome("ollama.token = \"x\"")
        #expect(chown(home.path, 65_534, 65_534) == 0)
        let error = try #require(throws: ConfigurationError.self) { try home.configuration() }
        #expect(error.description.contains("belongs to another user"))
        #expect(error.hint?.contains("chmod 600 \(home.path)") == true)
    }

    @Test func `What is no file, too long, or no text is told`() throws {
        let long = try ConfigurationHome(String(repeating: "# long\n", count: 10_000))
        #expect(throws: ConfigurationError.unreadable(long.path, "it is too long")) {
            try long.configuration()
        }
        let bytes = try ConfigurationHome("")
        try Data([0x61, 0xFF]).write(to: URL(filePath: bytes.path))
        #expect(throws: ConfigurationError.unreadable(bytes.path, "it is not UTF-8")) {
            try bytes.configuration()
        }
        let folder = try ConfigurationHome("")
        try FileManager.default.removeItem(atPath: folder.path)
        #expect(mkfifo(folder.path, 0o600) == 0)
        #expect(throws: ConfigurationError.unreadable(folder.path, "it is no file")) {
            try folder.configuration()
        }
    }
}
