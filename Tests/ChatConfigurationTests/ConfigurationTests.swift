import Chat
import TestSupport
import Testing

@testable import ChatConfiguration

@Suite struct ConfigurationTests {
    @Test func `Nothing is set where there is no file, and that is no error`() throws {
        let home = try ConfigurationHome()
        let configuration = try home.configuration()
        #expect(configuration.rows.allSatisfy { $0.origin == .standard })
        #expect(configuration.rows.count == ConfigurationKey.all.count)
        #expect(configuration.timeToLive == nil)
        #expect(configuration.headers.isEmpty)
    }

    @Test func `The option goes before the variable, and the variable before the file`() throws {
        let home = try ConfigurationHome("ttl = \"1h\"\nmodel = \"file\"\nquiet = true")
        #expect(try home.configuration().timeToLive == .seconds(3600))
        let environment = ["OLLAMA_CHAT_TTL": "2h", "OLLAMA_CHAT_MODEL": ""]
        #expect(try home.configuration(environment).timeToLive == .seconds(7200))
        let options = [
            ConfigurationOption(.timeToLive, "3h"), ConfigurationOption(.quiet, "false"),
        ]
        let all = try home.configuration(environment, options)
        #expect(all.timeToLive == .seconds(10_800))
        #expect(!all.isQuiet)
        #expect(all.text(.model) == "file")
        #expect(all[.timeToLive]?.origin == .option("--ttl"))
        #expect(all[.model]?.origin == .file(path: home.path, line: 2))
    }

    @Test func `Variables of other programs come behind those of this one`() throws {
        let home = try ConfigurationHome("ollama.host = \"file\"\nstore.url = \"unix:///file\"")
        let shared = ["OLLAMA_HOST": "shared", "REDIS_URL": "unix:///shared"]
        let other = try home.configuration(shared)
        #expect(other.text(.ollamaHost) == "shared")
        #expect(other[.storeURL]?.origin == .variable("REDIS_URL"))
        let own = [
            "OLLAMA_CHAT_OLLAMA_HOST": "own", "OLLAMA_CHAT_STORE_URL": "unix:///own",
        ]
        let both = try home.configuration(shared.merging(own) { first, _ in first })
        #expect(both.text(.ollamaHost) == "own")
        #expect(both.text(.storeURL) == "unix:///own")
    }

    @Test func `The file is found by XDG_CONFIG_HOME, where that is absolute`() throws {
        let found = try ConfigurationPath.find(in: ["XDG_CONFIG_HOME": "/x", "HOME": "/h"])
        #expect(found == "/x/ollama-chat/config.toml")
        let relative = try ConfigurationPath.find(in: ["XDG_CONFIG_HOME": "x", "HOME": "/h"])
        #expect(relative == "/h/.config/ollama-chat/config.toml")
        #expect(throws: ConfigurationError.homeUnknown) {
            try ConfigurationPath.find(in: ["HOME": ""])
        }
    }

    @Test func `How thinking and long replies are shown is read, and what levels there are`() throws
    {
        let unset = try ConfigurationHome().configuration()
        #expect(!unset.hidesThinking)
        #expect(unset.notification == ReplyNotification(.off, after: .seconds(30)))
        let home = try ConfigurationHome(
            "thinking = \"hide\"\nnotify = \"osc9\"\n[options]\nthink = \"low\"")
        let set = try home.configuration(["OLLAMA_CHAT_NOTIFY_AFTER": "5"])
        #expect(set.hidesThinking)
        #expect(set.notification == ReplyNotification(.osc9, after: .seconds(5)))
        #expect(set.modelOptions == ["think": .texts(["low"])])
        let spelled = try ConfigurationHome("options.think = [\"low\"]").configuration()
        #expect(spelled.modelOptions == set.modelOptions)
        #expect(throws: ConfigurationError.self) {
            try home.configuration(["OLLAMA_CHAT_NOTIFY": "loud"])
        }
        #expect(throws: ConfigurationError.self) {
            try home.configuration(["OLLAMA_CHAT_OPTIONS_THINK": "hard"])
        }
    }

    @Test func `Every key is a variable`() throws {
        #expect(ConfigurationKey.timeToLive.variable == "OLLAMA_CHAT_TTL")
        #expect(ConfigurationKey.storeURL.variable == "OLLAMA_CHAT_STORE_URL")
        let names = ConfigurationKey.all.map(\.variable)
        #expect(names.contains("OLLAMA_CHAT_OPTIONS_NUM_CTX"))
        #expect(Set(names).count == names.count)
    }

    @Test func `Options of the model are read from the file and from variables`() throws {
        let home = try ConfigurationHome(
            """
            [options]
            temperature = 1
            stop = ["a,b", "c"]
            use_mmap = true
            """)
        let configuration = try home.configuration([
            "OLLAMA_CHAT_OPTIONS_NUM_CTX": "2048", "OLLAMA_CHAT_OPTIONS_USE_MMAP": "no",
        ])
        #expect(
            configuration.modelOptions.values == [
                "temperature": .number(1), "stop": .texts(["a,b", "c"]),
                "num_ctx": .integer(2048), "use_mmap": .boolean(false),
            ])
    }

    private static let durations: [(String, Duration)] = [
        ("0", .zero), ("-1", .seconds(-1)), ("\"-20\"", .seconds(-1)), ("300", .seconds(300)),
        ("\"5m\"", .seconds(300)), ("\"keep\"", .seconds(-1)),
    ]

    @Test(arguments: durations)
    func `A model is kept in memory for a time, not at all, or for ever`(
        text: String, duration: Duration
    ) throws {
        let home = try ConfigurationHome("ollama.keep_alive = \(text)")
        #expect(try home.configuration().keepAlive == duration)
    }

    @Test func `The token and the headers make the headers of a request`() throws {
        let text = """
            [ollama]
            token = "t0ken"
            [ollama.headers]
            X-Team = "blue"
            authorization = "Basic x"
            """
        let home = try ConfigurationHome(text)
        #expect(
            try home.configuration().headers == [
                "X-Team": "blue", "Authorization": "Bearer t0ken",
            ])
        let variable = ["OLLAMA_CHAT_OLLAMA_HEADERS": "X-One: 1\nauthorization:  Basic y"]
        let bare = try ConfigurationHome().configuration(variable)
        #expect(bare.headers == ["X-One": "1", "Authorization": "Basic y"])
    }

    @Test func `What is secret is not shown`() throws {
        let home = try ConfigurationHome(
            """
            ollama.token = "hush"
            ollama.headers = { X-Key = "hush" }
            ollama.host = "http://me:hush@server:1"
            store.url = "redis://:hush@server/1"
            """)
        let rows = try home.configuration().rows
        #expect(!"\(rows.map(\.value))".contains("hush"))
        let shown = Dictionary(uniqueKeysWithValues: rows.map { ($0.key.name, $0.value) })
        #expect(shown["ollama.token"] == "…")
        #expect(shown["ollama.headers"] == "X-Key: …")
        #expect(shown["ollama.host"] == "http://…@server:1")
        #expect(shown["store.url"] == "redis://…@server/1")
        #expect(rows.filter(\.isHidden).count == 4)
    }

    @Test func `The first file has every key, and each can be set as it stands there`() throws {
        let template = ConfigurationTemplate.text
        #expect(
            try ConfigurationHome(template).configuration().rows.allSatisfy {
                $0.origin == .standard
            })
        let lines = template.split(separator: "\n").map { line in
            line.contains(" = ") ? line.dropFirst(2) : line
        }
        let all = try ConfigurationHome(lines.joined(separator: "\n")).configuration()
        for row in all.rows {
            #expect(row.origin != .standard, "\(row.key.name) is not in the file.")
        }
        for key in ConfigurationKey.all { #expect(template.contains(key.summary)) }
    }
}
