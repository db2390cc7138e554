package import Chat

extension ConfigurationKey {
    /// All keys, in the order in which they are shown.
    package static let all: [ConfigurationKey] =
        [
            model, system, timeToLive, recent, maxMessages, contextShare, compact, compactAt,
            warmup, prompt, rightPrompt, quiet, markdown, thinking, notify, notifyAfter, storeURL,
            storeNamespace, searchIndex, recallModel, ollamaHost,
            keepAlive, token, headers,
        ] + ModelOption.all.filter { $0.name != keepAliveOption }.map(option)

    /// The option that has a key of its own.
    private static let keepAliveOption = "keep_alive"

    /// The model to talk to.
    package static let model = ConfigurationKey(
        "model", .text, "The model of new sessions.", option: "--model", example: "\"llama3.2\"")

    /// The system prompt.
    package static let system = ConfigurationKey(
        "system", .text, "The system prompt of new sessions.", option: "--system",
        example: "\"You are brief.\"")

    /// How long sessions live.
    package static let timeToLive = ConfigurationKey(
        "ttl", .duration, "How long new sessions outlive their last use.", option: "--ttl",
        standard: "keep", example: "\"30d\"")

    /// How much of a session is sent.
    package static let recent = ConfigurationKey(
        "recent", .count, "Send no more than so many of the newest messages.", option: "--recent",
        example: "20")

    /// How much of a session is kept.
    package static let maxMessages = ConfigurationKey(
        "max_messages", .count, "Keep no more messages in a session; others go to its shelf.",
        example: "1000")

    /// How much is left when something has to stay out.
    package static let contextShare = ConfigurationKey(
        "context_share", .percent,
        "How full the window is, in percent, after old turns are left out.", standard: "45",
        example: "60")

    /// What becomes of what no longer fits.
    package static let compact = ConfigurationKey(
        "compact", .word(CompactionMode.allCases.map(\.rawValue)),
        "Whether old messages are summarised when the window fills up.",
        standard: CompactionMode.ask.rawValue, example: "\"auto\"")

    /// When that becomes of it.
    package static let compactAt = ConfigurationKey(
        "compact_at", .percent, "How much of the room for messages is used then, in percent.",
        standard: "80",
        example: "90")

    /// What is done for a session before something is said in it.
    package static let warmup = ConfigurationKey(
        "warmup", .word(WarmupMode.allCases.map(\.rawValue)),
        "What is prepared while you type: nothing, the model, or its reading too.",
        standard: WarmupMode.prefix.rawValue, example: "\"load\"")

    /// What stands in front of the line.
    package static let prompt = ConfigurationKey(
        "prompt.left", .prompt, "What the prompt shows in front of the line.",
        standard: PromptTemplate.left.text, example: "\"{{session}} {{percent}} {{mark}}\"")

    /// What stands at the end of its row.
    package static let rightPrompt = ConfigurationKey(
        "prompt.right", .prompt, "What the prompt shows at the end of the row.",
        standard: PromptTemplate.right.text, example: "\"{{model}}\"")

    /// Whether remarks are left out.
    package static let quiet = ConfigurationKey(
        "quiet", .boolean, "Leave out the line of figures, and other remarks.", option: "--quiet",
        standard: "false", example: "true")

    /// Whether the Markdown of replies is rendered.
    package static let markdown = ConfigurationKey(
        "markdown", .boolean, "Render the Markdown of replies on a terminal.", option: "--plain",
        standard: "true", example: "false")

    /// Whether what models think is shown.
    package static let thinking = ConfigurationKey(
        "thinking", .word(["show", "hide"]), "Whether what a model thinks is shown, or only that.",
        option: "--think", standard: "show", example: "\"hide\"")

    /// How the end of a long reply is told.
    package static let notify = ConfigurationKey(
        "notify", .word(ReplyNotification.Kind.allCases.map(\.rawValue)),
        "How the terminal tells that a long reply is there.",
        standard: ReplyNotification.Kind.off.rawValue, example: "\"bell\"")

    /// What a long reply is.
    package static let notifyAfter = ConfigurationKey(
        "notify_after", .count, "How many seconds a reply takes at least that is told.",
        standard: "30", example: "60")

    /// Where the store is.
    package static let storeURL = ConfigurationKey(
        "store.url", .address, "The Redis server; without one the program starts its own.",
        option: "--redis", sharedVariable: "REDIS_URL", example: "\"redis://localhost:6379\"")

    /// What stands in front of every key of the store.
    package static let storeNamespace = ConfigurationKey(
        "store.namespace", .namespace, "Stands in front of every key in the Redis server.",
        option: "--namespace", example: "\"alice\"")

    /// When an index is used to search.
    package static let searchIndex = ConfigurationKey(
        "search.index", .word(IndexUse.allCases.map(\.rawValue)),
        "Search by an index: where the store is large, always, or never.",
        standard: IndexUse.auto.rawValue, example: "\"on\"")

    /// The model that tells what messages mean.
    package static let recallModel = ConfigurationKey(
        "search.recall_model", .text, "The model by which messages are found by what they mean.",
        example: "\"nomic-embed-text\"")

    /// Where the model server is.
    package static let ollamaHost = ConfigurationKey(
        "ollama.host", .address, "The address of the Ollama server.", option: "--host",
        sharedVariable: "OLLAMA_HOST", standard: "http://127.0.0.1:11434",
        example: "\"http://127.0.0.1:11434\"")

    /// How long the server keeps the model in memory.
    package static let keepAlive = ConfigurationKey(
        "ollama.keep_alive", .keepAlive, "How long the server keeps the model in memory.",
        option: "--keep-alive", example: "\"30m\"")

    /// What the server is shown to let the program in.
    package static let token = ConfigurationKey(
        "ollama.token", .secret, "A bearer token for the Ollama server.", isSecret: true,
        example: "\"secret\"")

    /// Headers of every request to the server.
    package static let headers = ConfigurationKey(
        "ollama.headers", .headers, "Headers of every request to the Ollama server.",
        isSecret: true, example: "{ X-Team = \"blue\" }")

    /// An option of the model.
    package static func option(_ option: ModelOption) -> ConfigurationKey {
        ConfigurationKey(
            optionPrefix + option.name, .option(option), option.summary, option: "--option",
            example: example(of: option))
    }

    /// What the names of model options begin with.
    package static let optionPrefix = "options."

    private static func example(of option: ModelOption) -> String {
        switch (option.kind, option.name) {
        case (_, "num_ctx"): "8192"
        case (_, "num_predict"): "512"
        case (.boolean, _): "true"
        case (.integer, _): "1"
        case (.duration, _): "1800"
        case (.number, _): "0.5"
        case (.texts, _): "[\"END\"]"
        }
    }
}
