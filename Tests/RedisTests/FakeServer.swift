import Dispatch
import Platform
import Redis
import Synchronization
import TestSupport

/// A listening unix socket that answers what a test wants, right or wrong.
final class FakeServer: Sendable {
    /// What to do when bytes have come.
    enum Answer {
        /// Sends bytes.
        case send(String)
        /// Sends bytes and ends the connection.
        case sendAndHangUp(String)
        /// Ends the connection.
        case hangUp
    }

    /// The reply to the greeting of a new connection.
    static let greeting = Answer.send("$20\r\nredis_version:7.0.15\r\n+PONG\r\n")

    /// Where it listens.
    let address: RedisAddress

    private let folder: TemporaryFolder
    private let listener: Int32
    private let requests = Mutex<[String]>([])

    /// Listens, and gives the answers in turn, one for each piece of bytes that comes in.
    ///
    /// When there are no answers left, it reads on and keeps silent.
    init(_ answers: [Answer]) throws {
        folder = try TemporaryFolder()
        let path = folder.file("fake")
        address = RedisAddress(unixSocket: path)
        listener = try Self.openSocket(at: path)
        let queue = DispatchQueue(label: "fake")
        queue.async { [weak self, listener] in
            var answers = answers[...]
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { return }
                Self.serve(connection, &answers) { self?.note($0) }
            }
        }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    /// How often bytes have come in that hold the text.
    func requests(with text: String) -> Int {
        requests.withLock { $0.count { $0.contains(text) } }
    }

    private func note(_ request: String) {
        requests.withLock { $0.append(request) }
    }

    private static func serve(
        _ connection: Int32, _ answers: inout ArraySlice<Answer>, note: (String) -> Void
    ) {
        defer { close(connection) }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else { return }
            note(String(decoding: buffer[..<count], as: UTF8.self))
            switch answers.popFirst() {
            case .send(let text): say(text, to: connection)
            case .sendAndHangUp(let text): return say(text, to: connection)
            case .hangUp: return
            case nil: break
            }
        }
    }

    private static func say(_ text: String, to connection: Int32) {
        let bytes = Array(text.utf8)
        _ = send(connection, bytes, bytes.count, StreamSocket.withoutSignal)
    }

    private static func openSocket(at path: String) throws -> Int32 {
        let listener = socket(AF_UNIX, StreamSocket.kind, 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(listener, $0, size) }
        }
        guard result == 0, listen(listener, 16) == 0 else { throw CannotListen() }
        return listener
    }
}

/// A socket that could not be opened.
private struct CannotListen: Error {}
