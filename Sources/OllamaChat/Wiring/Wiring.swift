package import Chat
import ChatConfiguration
import Ollama
package import PrivateRedis
import Redis
import RedisSessions
import Search
import Spool
import Terminal

/// The parts of the program, put together.
///
/// The only place that knows all their types.
struct Wiring: Sendable {
    /// What becomes of what is said.
    enum Keeping {
        /// It lives in this process only.
        case nothing
        /// It is in the store, or is an error.
        case inStore
        /// It is in the store, or waits for it.
        case always
    }

    let store: any SessionStore
    let server: OllamaClient
    let output: Output
    /// The model that tells what messages mean, where one is configured.
    let recallModel: String?
    /// Whether the store is a private one that has no data yet.
    let isFirstStart: Bool
    /// The file of the lines that were typed, where they are kept.
    let historyPath: String?
    /// The store, where it is in Redis.
    private let redisStore: RedisSessionStore?
    /// The search in it.
    private let searchIndex: SearchIndex?
    /// The vectors in it.
    private let vectorIndex: VectorIndex?
    /// The store that outlasts an outage, where one does.
    private let spooledStore: SpooledStore?
    private let privateServer: PrivateRedisServer?

    /// Puts the parts together.
    ///
    /// Nothing is connected yet.
    ///
    /// - Parameters:
    ///   - configuration: What was asked for.
    ///   - keeping: What becomes of what is said.
    /// - Throws: An error for an address that is none.
    init(_ configuration: Configuration, keeping: Keeping = .inStore) throws {
        let environment = ProcessEnvironment.variables
        output = Output(environment: environment, isQuiet: configuration.isQuiet)
        output.rendersMarkdown = configuration.rendersMarkdown
        output.hidesThinking = configuration.hidesThinking
        recallModel = configuration.recallModel
        server = try OllamaClient(configuration)
        if let warning = server.addressWarning { output.warning(warning) }
        historyPath = keeping == .nothing ? nil : DataFolder.history
        guard keeping != .nothing else {
            store = MemorySessionStore()
            (redisStore, searchIndex, spooledStore, privateServer) = (nil, nil, nil, nil)
            vectorIndex = nil
            isFirstStart = false
            return
        }
        let notices = StoreNotices(output)
        let place = try StorePlace(configuration, environment, telling: notices)
        privateServer = place.privateServer
        isFirstStart = place.isFirstStart
        let sessions = try RedisSessionStore(
            pool: place.pool, namespace: configuration.text(.storeNamespace),
            timeToLive: configuration.timeToLive)
        redisStore = sessions
        searchIndex = SearchIndex(of: sessions, use: configuration.indexUse)
        vectorIndex = VectorIndex(of: sessions)
        guard keeping == .always, let folder = DataFolder.spool else {
            store = sessions
            spooledStore = nil
            return
        }
        let spool = Spool(in: folder, for: place.name, run: TurnOwner.current.run)
        let spooled = SpooledStore(
            sessions, spool: spool, owner: .current, onChange: { notices.tell($0) })
        store = spooled
        spooledStore = spooled
    }

    /// Finds messages in the store by an index, where it is in Redis.
    var index: (any SearchIndexing)? {
        searchIndex.map { StoreSearch($0, orAway: spooledStore) }
    }

    /// Finds messages by what they mean, where they are in Redis.
    var recall: (any Recalling)? { vectorIndex }

    /// Keeps the index of the store up to date until the task is cancelled.
    func keepIndex() async { await searchIndex?.keep() }

    /// Whether the store is away, and what is said waits for it.
    var isStoreAway: Bool { spooledStore?.status.isAway ?? false }

    /// Runs something with the parts, and gives everything back afterwards.
    func running<Result>(_ body: () async throws -> Result) async throws -> Result {
        do {
            let result = try await body()
            await close()
            if let words = output.writeFailure { throw OutputError(words: words) }
            return result
        } catch {
            await close()
            throw error
        }
    }

    /// Makes sure that the store is there, for what cannot be done without it.
    func connect() async throws {
        try await redisStore?.connect()
    }

    /// Finds sessions that other programs wrote, which do not keep the lists.
    func reconcile() async {
        _ = try? await redisStore?.reconcile()
    }

    /// Finds such sessions as far as that is done while somebody waits for a list.
    func reconcilePromptly() async {
        guard let redisStore else { return }
        _ = await Promptly.result { try? await redisStore.reconcile() }
    }

    /// Stores what programs that have ended could not store.
    func storeLeftovers() async {
        await spooledStore?.replayAbandoned()
    }

    /// Reads how many tokens models make of texts, and keeps what is learned of that.
    func learn(_ scales: TokenScales) async {
        guard let redisStore else { return }
        await scales.read(from: redisStore)
        await scales.keep(in: redisStore)
    }

    private func close() async {
        await store.close()
        await privateServer?.stop()
        await server.shutdown()
    }
}

extension PrivateRedisError: ChatFailure {
    /// The private store is a store.
    package var kind: ChatFailureKind { .store }
    /// What keeps it from starting can be put right.
    package var isOutage: Bool { true }
}
