/// Where an Ollama server is: the meaning of `OLLAMA_HOST`, read as Ollama reads it.
struct OllamaEndpoint: Hashable, Sendable {
    /// `http` or `https`.
    var scheme = "http"
    /// The host to connect to; IPv6 addresses without brackets.
    var host = "127.0.0.1"
    /// The port to connect to.
    var port = 11434
    /// A path in front of every other, without a slash at its end: empty or `/prefix`.
    var basePath = ""
    /// The socket to connect to instead of host and port.
    var socketPath: String?
    /// The text in the place of the port that is no port, where there is one.
    var ignoredPort: String?
    /// `user:password`, where the address names them; never part of ``address``.
    var credentials: String?

    /// The server of this machine, where Ollama puts it by itself.
    static let standard = OllamaEndpoint()

    /// Reads an address.
    ///
    /// Blanks and quotes around it are dropped. Without a scheme it is `http` on port 11434, with
    /// one the scheme's own port; a port that is none counts as not given; empty is
    /// ``standard``. Beyond what Ollama reads there are `user:password@`, and `unix:///path` or
    /// `http+unix://%2Fpath` for sockets.
    init(parsing text: String) throws(OllamaError) {
        let text = Self.unquoted(text)
        guard !text.isEmpty else { return }
        guard !text.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else {
            throw .badAddress(text)
        }
        let (scheme, rest) = Self.cut(text, at: "://") ?? ("", text)
        switch scheme.lowercased() {
        case "" where rest == "ollama.com":
            (self.scheme, host, port) = ("https", "ollama.com", 443)
        case "": try readAuthority(rest, defaultPort: 11434)
        case "http": try readAuthority(rest, defaultPort: 80)
        case "https":
            self.scheme = "https"
            try readAuthority(rest, defaultPort: 443)
        case "unix": try readSocket(rest)
        case "http+unix":
            let (path, base) = Self.cut(rest, at: "/") ?? (rest, "")
            try readSocket(Self.percentDecoded(path))
            basePath = Self.path(base)
        default: throw .badAddress(text)
        }
    }

    /// Reads what stands between the scheme and the end: `user:password@host:port/path`.
    init(authority: String, defaultPort: Int) throws(OllamaError) {
        try readAuthority(authority, defaultPort: defaultPort)
    }

    private init() {}

    /// The address as people write it, without credentials.
    var address: String {
        if let socketPath { return "unix://\(socketPath)\(basePath)" }
        return "\(scheme)://\(host.contains(":") ? "[\(host)]" : host):\(port)\(basePath)"
    }

    /// The URL of a path of the API.
    func url(_ path: String) -> String {
        guard let socketPath else { return address + path }
        return "http+unix://\(Self.percentEncoded(socketPath))\(basePath)\(path)"
    }

    /// Whether the server is on this machine, so that no proxy can be between.
    var isLocal: Bool {
        socketPath != nil || host == "localhost" || host == "::1" || host.hasPrefix("127.")
    }
}

extension OllamaEndpoint {
    private mutating func readSocket(_ path: String) throws(OllamaError) {
        guard path.hasPrefix("/") else { throw .badAddress("unix://\(path)") }
        socketPath = path
    }

    private mutating func readAuthority(_ text: String, defaultPort: Int) throws(OllamaError) {
        var (authority, base) = Self.cut(text, at: "/") ?? (text, "")
        basePath = Self.path(base)
        if let at = authority.lastIndex(of: "@") {
            credentials = Self.percentDecoded(String(authority[..<at]))
            authority = String(authority[authority.index(after: at)...])
        }
        let port: String?
        (host, port) = try Self.hostAndPort(authority)
        let number = port.flatMap { Int($0) }.flatMap { (0...65535) ~= $0 ? $0 : nil }
        self.port = number ?? defaultPort
        ignoredPort = number == nil && port?.isEmpty == false ? port : nil
        // These are addresses to listen on; one connects to the machine itself.
        switch host {
        case "", "0.0.0.0": host = "127.0.0.1"
        case "::": host = "::1"
        default: break
        }
    }

    private static func hostAndPort(
        _ text: String
    ) throws(OllamaError) -> (host: String, port: String?) {
        if text.hasPrefix("[") {
            guard let end = text.firstIndex(of: "]") else { throw .badAddress(text) }
            let rest = text[text.index(after: end)...]
            guard rest.isEmpty || rest.hasPrefix(":") else { throw .badAddress(text) }
            let host = text[text.index(after: text.startIndex)..<end]
            return (String(host), rest.isEmpty ? nil : String(rest.dropFirst()))
        }
        if text.count(where: { $0 == ":" }) > 1 {
            guard isIPv6(text) else { throw .badAddress(text) }
            return (text, nil)
        }
        return cut(text, at: ":").map { ($0.0, $0.1) } ?? (text, nil)
    }

    private static func isIPv6(_ text: String) -> Bool {
        let groups = text.split(separator: ":", omittingEmptySubsequences: false)
        guard groups.count == 8 || (groups.count < 9 && text.contains("::")) else { return false }
        return groups.allSatisfy { $0.allSatisfy { $0.isHexDigit || $0 == "." } }
    }

    private static func path(_ text: String) -> String {
        let parts = text.split(separator: "/")
        return parts.isEmpty ? "" : "/" + parts.joined(separator: "/")
    }

    /// What stands before and after the first of a separator.
    static func cut(_ text: String, at separator: String) -> (String, String)? {
        guard let range = text.firstRange(of: separator) else { return nil }
        return (String(text[..<range.lowerBound]), String(text[range.upperBound...]))
    }

    private static func unquoted(_ text: String) -> String {
        var text = text[...]
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        while let first = text.first, first == "\"" || first == "'" { text.removeFirst() }
        while let last = text.last, last == "\"" || last == "'" { text.removeLast() }
        return String(text)
    }
}
