// The bundle of resources is not part of FoundationEssentials.
import Foundation
import Testing

@testable import Ollama

/// An answer of a real server, as it was recorded.
struct RecordedAnswer {
    /// The status code.
    let status: Int
    /// The headers, by names in lower case.
    let headers: [String: String]
    /// The body, out of its chunks.
    let body: [UInt8]

    /// Reads a recording by its name.
    init(_ name: String) throws {
        let bytes = Array(try Data(contentsOf: Self.folder().appendingPathComponent(name)))
        let split = try #require(bytes.firstRange(of: Array("\r\n\r\n".utf8)))
        let lines = String(decoding: bytes[..<split.lowerBound], as: UTF8.self)
            .split(separator: "\r\n")
        status = try #require(lines.first.flatMap { Int($0.split(separator: " ")[1]) })
        headers = Dictionary(
            lines.dropFirst().map { line in
                let parts = line.split(separator: ":", maxSplits: 1)
                return (parts[0].lowercased(), String(parts[1].drop { $0 == " " }))
            }, uniquingKeysWith: { first, _ in first })
        let rest = Array(bytes[split.upperBound...])
        body = name.contains("rawchunks") ? try Self.withoutChunks(rest) : rest
    }

    /// The names of all recordings with an answer in them.
    static func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder().path)
            .filter { $0.hasSuffix(".http") }.sorted()
    }

    /// The bytes as they were on the wire, every line a chunk.
    var wire: [UInt8] {
        var wire = Array("HTTP/1.1 \(status) Status\r\nTransfer-Encoding: chunked\r\n".utf8)
        wire += Array("Content-Type: \(headers["content-type"] ?? "text/plain")\r\n\r\n".utf8)
        for line in body.split(separator: UInt8(ascii: "\n")) {
            wire += Array("\(String(line.count + 1, radix: 16))\r\n".utf8) + line
            wire += Array("\n\r\n".utf8)
        }
        return wire + Array("0\r\n\r\n".utf8)
    }

    private static func folder() throws -> URL {
        try #require(Bundle.module.resourceURL).appendingPathComponent("Wire")
    }

    private static func withoutChunks(_ bytes: [UInt8]) throws -> [UInt8] {
        var body: [UInt8] = []
        var rest = bytes[...]
        while let end = rest.firstRange(of: Array("\r\n".utf8)) {
            let head = String(decoding: rest[..<end.lowerBound], as: UTF8.self)
            let size = try #require(Int(head, radix: 16))
            if size == 0 { break }
            body += rest[end.upperBound...].prefix(size)
            rest = rest[end.upperBound...].dropFirst(size + 2)
        }
        return body
    }
}
