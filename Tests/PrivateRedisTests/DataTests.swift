import PlatformFoundation
import Redis
import Synchronization
import TestSupport
import Testing

@testable import PrivateRedis

/// What a server finds in its directory when it starts.
struct DataTests {
    /// A server that was stopped and has stored a number of keys.
    private static func stopped(_ path: String = "redis", keys: Int) async throws -> TestServer {
        let server = try TestServer(path)
        let program = server.program()
        _ = try await program.start()
        try await server.fill(keys: keys)
        await program.stop()
        return server
    }

    private static func change(_ path: String, _ change: (inout Data) -> Void) throws {
        var data = try Data(contentsOf: URL(filePath: path))
        change(&data)
        try data.write(to: URL(filePath: path))
    }

    /// The error of a first call; the server may answer before it has read its data, and the pool
    /// then asks a second time.
    private static func error(_ server: TestServer) async -> PrivateRedisError? {
        let program = server.program()
        let pool = RedisPool { try await program.start() }
        let error = await #expect(throws: PrivateRedisError.self) {
            try await pool.execute(RedisCommand("DBSIZE"))
        }
        await pool.close()
        await program.stop()
        return error
    }

    @Test(arguments: [1, 100_000])
    func `Damaged data are told, with commands that copy and repair them`(keys: Int) async throws {
        let server = try await Self.stopped("My d'ata/redis", keys: keys)
        let command = "*3\r\n$3\r\nSET\r\n$4\r\nlast\r\n$1\r\nx\r\n"
        try Self.change(try server.appendedFile()) {
            $0 += Data("garbage\r\n\(command)".utf8)
        }
        let error = await Self.error(server)
        #expect(error?.code == .dataDamaged)
        #expect(error?.description.contains("Bad file format reading") == true)
        #expect(error?.description.contains("make a backup") == false)
        let hint = try #require(error?.hint)
        #expect(hint.contains("redis-check-aof --fix"))

        let commands = hint.split(separator: "`").enumerated().filter { $0.offset % 2 == 1 }
        #expect(commands.count == 2)
        for (_, command) in commands { #expect(System.run("yes | \(command) >/dev/null")) }
        #expect(System.canRead("\(server.directory.path)/appendonlydir.copy"))
        let program = server.program()
        _ = try await program.start()
        #expect(try await server.send("DBSIZE").integer() == keys)
        await program.stop()
    }

    @Test func `A torn end is cut off, and how much of it is told`() async throws {
        let server = try await Self.stopped(keys: 3)
        let torn = "*3\r\n$3\r\nSET\r\n$4\r\nla"
        try Self.change(try server.appendedFile()) { $0 += Data(torn.utf8) }
        let notices = Mutex<[PrivateRedisNotice]>([])
        let program = server.program { notice in notices.withLock { $0.append(notice) } }
        _ = try await program.start()
        #expect(try await server.send("DBSIZE").integer() == 3)
        await program.stop()
        let told = notices.withLock { $0 }
        #expect(told.count == 1)
        #expect(told.first?.description.contains("\(torn.utf8.count) bytes were cut off") == true)
        #expect(told.first?.description.contains(try server.appendedFile()) == true)

        _ = try await program.start()
        await program.stop()
        #expect(notices.withLock { $0.count } == 1, "It is told once.")
    }

    @Test func `A torn end is told when much has to be loaded first`() async throws {
        let server = try await Self.stopped(keys: 50_000)
        try Self.change(try server.appendedFile()) { $0 += Data("*3\r\n$3\r\nSE".utf8) }
        let notices = Mutex<[PrivateRedisNotice]>([])
        let program = server.program { notice in notices.withLock { $0.append(notice) } }
        _ = try await program.start()
        #expect(await eventually { notices.withLock { $0.count } == 1 })
        await program.stop()
    }

    @Test func `Whole data are no news`() async throws {
        let server = try await Self.stopped(keys: 3)
        let program = server.program { Issue.record("\($0)") }
        _ = try await program.start()
        await program.stop()
    }

    @Test func `Data of a newer server are told, and left alone`() async throws {
        let server = try await Self.stopped(keys: 3)
        let command = "*2\r\n$10\r\nNEWCOMMAND\r\n$1\r\nk\r\n"
        try Self.change(try server.appendedFile()) { $0 += Data(command.utf8) }
        let before = try Data(contentsOf: URL(filePath: try server.appendedFile()))
        let error = await Self.error(server)
        #expect(error?.code == .dataTooNew)
        #expect(error?.description.contains("newer Redis server") == true)
        #expect(error?.description.contains("NEWCOMMAND") == true)
        #expect(error?.hint?.contains("Install the newer redis-server") == true)
        #expect(try Data(contentsOf: URL(filePath: try server.appendedFile())) == before)
    }

    @Test func `A snapshot of a newer server is told`() async throws {
        let server = try await Self.stopped(keys: 3)
        let folder = server.directory.appendOnlyFiles.folder
        try Self.change("\(folder)/appendonly.aof.manifest") {
            $0 = Data("file new.base.rdb seq 1 type b\nfile new.incr.aof seq 1 type i\n".utf8)
        }
        let snapshot = Data("REDIS0099".utf8) + Data(repeating: 0, count: 100)
        try snapshot.write(to: URL(filePath: "\(folder)/new.base.rdb"))
        try Data().write(to: URL(filePath: "\(folder)/new.incr.aof"))
        let error = await Self.error(server)
        #expect(error?.code == .dataTooNew)
        #expect(error?.description.contains("RDB format version 99") == true)
    }

    @Test func `After a repair the next start looks anew`() async throws {
        let server = try await Self.stopped(keys: 3)
        let program = server.program()
        _ = try await program.start()
        try await server.end(with: .kill)
        let file = try server.appendedFile()
        let whole = try Data(contentsOf: URL(filePath: file))
        try Self.change(file) { $0 += Data("garbage\r\n".utf8) }
        let error = await #expect(throws: PrivateRedisError.self) { try await program.start() }
        #expect(error?.code == .dataDamaged)
        try whole.write(to: URL(filePath: file))
        _ = try await program.start()
        #expect(try await server.send("DBSIZE").integer() == 3)
        await program.stop()
    }
}
