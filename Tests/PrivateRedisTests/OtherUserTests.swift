import PlatformFoundation
import Redis
import TestSupport
import Testing

@testable import PrivateRedis

/// What another user of the machine can do.
@Suite(.enabled(if: System.canBecomeAnother, "Only root can act as another user."))
struct OtherUserTests {
    private static func asAnother(_ command: String) -> Bool {
        System.run(
            "setpriv --reuid=65534 --regid=65534 --clear-groups \(command) >/dev/null 2>&1")
    }

    private static func canConnect(_ socket: String) -> Bool {
        asAnother("sh -c 'redis-cli -s \"\(socket)\" PING | grep -q PONG'")
    }

    @Test(arguments: ["redis", String(repeating: "deep/", count: 30) + "redis"])
    func `Another user can neither see, read nor reach anything`(path: String) async throws {
        let server = try TestServer(path)
        System.setPermissions(0o755, of: server.surroundings)
        let program = server.program()
        _ = try await program.start()
        try await server.send("SET", "key", "secret")
        // The test itself must be able to fail.
        let open = "\(server.surroundings)/open"
        #expect(FileManager.default.createFile(atPath: open, contents: Data("x".utf8)))
        System.setPermissions(0o644, of: open)
        #expect(Self.asAnother("cat \(open)"))

        let directory = server.directory
        #expect(!Self.asAnother("ls \(directory.path)"))
        let files = try FileManager.default.subpathsOfDirectory(atPath: directory.path)
        #expect(files.contains { $0.hasSuffix(".incr.aof") })
        #expect(files.contains("redis.log"))
        for file in files {
            #expect(!Self.asAnother("cat \(directory.path)/\(file)"), "\(file)")
            #expect(!Self.asAnother("test -e \(directory.path)/\(file)"), "\(file)")
        }
        if let folder = directory.socketFolder { #expect(!Self.asAnother("ls \(folder)")) }
        #expect(!Self.canConnect(directory.socketPath))
        await program.stop()
    }

    @Test func `A folder for the socket that another user made before is refused`() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("socket")
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        #expect(System.giveAway(path))
        let error = #expect(throws: PrivateRedisError.self) {
            try PrivateRedisDirectory.prepare(path, isForSocket: true)
        }
        #expect(error?.code == .directoryRefused)
        #expect(error?.description.contains("another user") == true)
        #expect(error?.hint?.contains("shorter path") == true)
    }
}

/// What may lie in the place of the folder for the socket.
struct SocketFolderTests {
    @Test func `A link in the place of the folder for the socket is refused`() throws {
        let folder = try TemporaryFolder()
        let (target, link) = (folder.file("mine"), folder.file("link"))
        let manager = FileManager.default
        try manager.createDirectory(atPath: target, withIntermediateDirectories: false)
        try manager.createSymbolicLink(atPath: link, withDestinationPath: target)
        let error = #expect(throws: PrivateRedisError.self) {
            try PrivateRedisDirectory.prepare(link, isForSocket: true)
        }
        #expect(error?.code == .directoryRefused)
        try PrivateRedisDirectory.prepare(link)
    }

    @Test(arguments: [0o777, 0o755, 0o500] as [UInt32])
    func `A folder for the socket of ones own is closed to others`(permissions: UInt32) throws {
        let folder = try TemporaryFolder()
        let path = folder.file("socket")
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        System.setPermissions(permissions, of: path)
        try PrivateRedisDirectory.prepare(path, isForSocket: true)
        #expect(try TestServer.permissions(of: path) == 0o700)
    }
}
