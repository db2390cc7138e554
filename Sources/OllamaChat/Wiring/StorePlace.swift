import ChatConfiguration
import PrivateRedis
import Redis
import RedisSessions

/// Where the store is: the server that was named, or the private one.
struct StorePlace {
    /// The connections.
    let pool: RedisPool
    /// The address and the namespace, for telling stores apart; without a password.
    let name: String
    /// The private server, where it is that.
    let privateServer: PrivateRedisServer?
    /// Whether the store is a private one that has no data yet.
    let isFirstStart: Bool

    /// Finds the place.
    ///
    /// - Throws: An error for an address that is none.
    init(
        _ configuration: Configuration, _ environment: [String: String],
        telling notices: StoreNotices
    ) throws {
        var connections = RedisConfiguration()
        connections.onWait = { notices.tell($0) }
        // What is said in one namespace must not be stored in another.
        let namespace = configuration.text(.storeNamespace).map { " \($0)" } ?? ""
        if let address = try RedisAddress(configuration) {
            pool = RedisPool(address, configuration: connections)
            name = address.description + namespace
            privateServer = nil
            isFirstStart = false
        } else {
            let directory = try PrivateRedisDirectory(environment: environment)
            let server = PrivateRedisServer(directory: directory, environment: environment) {
                notices.tell($0)
            }
            pool = RedisPool(connections) { try await server.start() }
            name = directory.path + namespace
            privateServer = server
            isFirstStart = !ProcessEnvironment.exists(directory.path)
        }
    }
}

extension RedisAddress {
    /// The address of the server that was named, or `nil` where none was.
    ///
    /// - Throws: An error for an address that is none, with the place where it stands.
    init?(_ configuration: Configuration) throws {
        guard let url = configuration.text(.storeURL), let setting = configuration[.storeURL]
        else { return nil }
        do {
            try self.init(url: url)
        } catch {
            throw ConfigurationError.refused(.storeURL, at: setting.origin, by: error)
        }
    }
}
