import NIOCore
import Platform

/// One step of an answer.
enum StubStep: Sendable {
    /// Bytes are sent.
    case write([UInt8])
    /// Nothing happens for a while.
    case pause(Duration)
    /// Nothing happens until something was counted so often.
    case hold(EventCount, Int)
    /// Something is noted, once everything before has been sent.
    case note(@Sendable () -> Void)
    /// Nothing happens any more, until the client goes away.
    case stall
    /// The connection is closed.
    case close
    /// The connection is reset.
    case reset

    /// Takes the step.
    func run(on channel: any Channel) async throws {
        switch self {
        case .write(let bytes):
            try await channel.writeAndFlush(ByteBuffer(bytes: bytes))
        case .pause(let duration):
            try await Task.sleep(for: duration)
        case .hold(let events, let count):
            _ = await events.reach(count)
        case .note(let note): note()
        case .stall:
            while true { try await Task.sleep(for: .seconds(3600)) }
        case .close:
            try await channel.close()
        case .reset:
            let options = channel as? any SocketOptionProvider
            try await options?.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
            try await channel.close()
        }
    }
}

/// Bytes of HTTP.
enum StubHTTP {
    /// The head of an answer in chunks.
    static func chunkedHead(_ contentType: String) -> [UInt8] {
        head(200, ["Content-Type: \(contentType)", "Transfer-Encoding: chunked"])
    }

    /// A whole answer.
    static func answer(_ status: Int, contentType: String, body: String) -> [UInt8] {
        let type = contentType.isEmpty ? [] : ["Content-Type: \(contentType)"]
        return head(status, type + ["Content-Length: \(body.utf8.count)"]) + Array(body.utf8)
    }

    /// A chunk of a body.
    static func chunk(_ bytes: some Collection<UInt8>) -> [UInt8] {
        Array("\(String(bytes.count, radix: 16))\r\n".utf8) + bytes + Array("\r\n".utf8)
    }

    /// The chunk that ends a body.
    static let lastChunk = Array("0\r\n\r\n".utf8)

    private static func head(_ status: Int, _ headers: [String]) -> [UInt8] {
        let lines = ["HTTP/1.1 \(status) Status"] + headers + ["", ""]
        return Array(lines.joined(separator: "\r\n").utf8)
    }
}
