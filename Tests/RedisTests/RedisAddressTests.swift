import Redis
import Testing

struct RedisAddressTests {
    struct Good {
        let url: String
        let endpoint: RedisAddress.Endpoint
        var user: String?
        var password: String?
        var database = 0
        let shown: String
    }

    static let good = [
        Good(
            url: "redis://localhost", endpoint: .host("localhost", port: 6379),
            shown: "redis://localhost:6379"),
        Good(
            url: "redis://", endpoint: .host("localhost", port: 6379),
            shown: "redis://localhost:6379"),
        Good(
            url: "REDIS://h:1/", endpoint: .host("h", port: 1), shown: "redis://h:1"),
        Good(
            url: "redis://:secret@h/2", endpoint: .host("h", port: 6379), password: "secret",
            database: 2, shown: "redis://:***@h:6379/2"),
        Good(
            url: "redis://alice:s%40c%2Fr%3Aet@h:7000/15", endpoint: .host("h", port: 7000),
            user: "alice", password: "s@c/r:et", database: 15,
            shown: "redis://alice:***@h:7000/15"),
        Good(
            url: "redis://alice:a@b:c@h", endpoint: .host("h", port: 6379), user: "alice",
            password: "a@b:c", shown: "redis://alice:***@h:6379"),
        Good(
            url: "redis://h?db=3", endpoint: .host("h", port: 6379), database: 3,
            shown: "redis://h:6379/3"),
        Good(
            url: "redis://[::1]:7001/1", endpoint: .host("::1", port: 7001), database: 1,
            shown: "redis://[::1]:7001/1"),
        Good(
            url: "redis://[fe80::1%25eth0]", endpoint: .host("fe80::1%eth0", port: 6379),
            shown: "redis://[fe80::1%eth0]:6379"),
        Good(
            url: "unix:///run/redis%20one.sock", endpoint: .unixSocket(path: "/run/redis one.sock"),
            shown: "unix:///run/redis one.sock"),
        Good(
            url: "unix://u:p@/run/r?db=4", endpoint: .unixSocket(path: "/run/r"), user: "u",
            password: "p", database: 4, shown: "unix://u:***@/run/r?db=4"),
    ]

    @Test(arguments: good) func `A URL is read, and shown without its password`(_ good: Good)
        throws
    {
        let address = try RedisAddress(url: good.url)
        #expect(address.endpoint == good.endpoint)
        #expect(address.user == good.user)
        #expect(address.password == good.password)
        #expect(address.database == good.database)
        #expect(address.description == good.shown)
    }

    @Test(arguments: [
        "", "localhost:6379", "http://h", "rediss://h", "redis://h:0", "redis://h:65536",
        "redis://h:+1", "redis://h:port", "redis://h/one", "redis://h/-1", "redis://alice@h",
        "redis://[::1", "redis://[]", "redis://[::1]6379", "redis://:%4@h", "redis://:%zz@h",
        "redis://:%ff@h", "redis://%00h", "redis://h?password=hunter2", "redis://h?db", "unix://",
        "unix://relative/path", "unix:///", "redis://h/99999999999999999999",
    ]) func `A bad URL is refused with a sentence and a hint`(_ url: String) throws {
        let error = try #require(throws: RedisError.self) { try RedisAddress(url: url) }
        #expect(error.code == .badURL)
        #expect(error.description.hasPrefix("The Redis URL "))
        #expect(error.description.hasSuffix("."))
        #expect(error.hint != nil)
    }

    @Test func `No description of an address or of a bad URL shows the password`() throws {
        let address = try RedisAddress(url: "redis://alice:hunter2@h")
        var dumped = ""
        dump(address, to: &dumped)
        let bad = try #require(throws: RedisError.self) {
            try RedisAddress(url: "redis://alice:hunter2@h:port")
        }
        let texts = [
            "\(address)", String(reflecting: address), "\(Optional(address) as Any)", dumped,
            "\(bad)", String(reflecting: bad), bad.hint ?? "",
        ]
        for text in texts { #expect(!text.contains("hunter2")) }
    }
}
