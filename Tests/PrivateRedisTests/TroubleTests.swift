import Files
import TestSupport
import Testing

@testable import PrivateRedis

struct TroubleTests {
    @Test func `A lock without a server that answers is told, not broken`() async throws {
        let server = try TestServer()
        try server.directory.prepare()
        let lock = try #require(
            try FileLock.attempt(.exclusive, at: server.directory.serverLockPath))
        let error = await #expect(throws: PrivateRedisError.self) {
            try await server.program(startTimeout: .milliseconds(30)).start()
        }
        lock.release()
        #expect(error?.code == .serverSilent)
        #expect(error?.hint?.contains(server.directory.processIDPath) == true)
        #expect(try TestServer.isFree(server.directory.usersLockPath))
    }

    @Test func `A start that never ends elsewhere is not waited for without end`() async throws {
        let server = try TestServer()
        try server.directory.prepare()
        let lock = try #require(
            try FileLock.attempt(.exclusive, at: server.directory.startLockPath))
        let error = await #expect(throws: PrivateRedisError.self) {
            try await server.program(startTimeout: .milliseconds(30)).start()
        }
        lock.release()
        #expect(error?.code == .busy)
    }

    @Test func `A start can be cancelled`() async throws {
        let server = try TestServer()
        try server.directory.prepare()
        let lock = try #require(
            try FileLock.attempt(.exclusive, at: server.directory.startLockPath))
        let task = Task { try await server.program(startTimeout: .seconds(60)).start() }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        lock.release()
    }

    @Test func `A large log is emptied before the server writes to it`() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("redis.log")
        #expect(System.makeFile(path, size: 1 << 20))
        _ = try ServerLog(path: path)
        #expect(try FileSystem.status(of: path).size == 1 << 20)
        #expect(System.makeFile(path, size: 1 << 20 + 1))
        _ = try ServerLog(path: path)
        #expect(try FileSystem.status(of: path).size == 0)
    }
}
