/// The proxy that the environment asks for.
struct ProxySettings: Hashable, Sendable {
    /// How to speak to the proxy.
    enum Kind: Hashable, Sendable {
        /// With HTTP, and `CONNECT` for secure connections.
        case http
        /// With SOCKS 5.
        case socks
    }

    /// How to speak to it.
    var kind = Kind.http
    /// Its host.
    var host: String
    /// Its port.
    var port: Int
    /// `user:password`, where its address names them.
    var credentials: String?

    /// Finds the proxy for a server, or `nil` where the server is reached directly.
    ///
    /// Servers on this machine are always reached directly. The variables are `http_proxy`,
    /// `https_proxy`, `all_proxy` and `no_proxy`, or the same in capitals.
    init?(for endpoint: OllamaEndpoint, environment: [String: String]) throws(OllamaError) {
        guard !endpoint.isLocal else { return nil }
        func variable(_ name: String) -> String? {
            [name, name.uppercased()].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        }
        guard let text = variable("\(endpoint.scheme)_proxy") ?? variable("all_proxy"),
            !Self.isExempt(endpoint, by: variable("no_proxy") ?? "")
        else { return nil }
        try self.init(parsing: text)
    }

    private init(parsing text: String) throws(OllamaError) {
        let (scheme, rest) = OllamaEndpoint.cut(text, at: "://") ?? ("http", text)
        kind = scheme.hasPrefix("socks") ? .socks : .http
        let proxy: OllamaEndpoint
        do {
            proxy = try OllamaEndpoint(authority: rest, defaultPort: kind == .socks ? 1080 : 80)
        } catch { throw .badProxy }
        host = proxy.host
        port = proxy.port
        credentials = proxy.credentials
    }

    /// Whether `no_proxy` names the server: `*`, a host, a domain or a host with a port.
    private static func isExempt(_ endpoint: OllamaEndpoint, by list: String) -> Bool {
        list.split { $0 == "," || $0.isWhitespace }.contains { entry in
            var entry = entry.lowercased()[...]
            if entry == "*" { return true }
            if entry.hasSuffix(":\(endpoint.port)") {
                entry = entry.dropLast("\(endpoint.port)".count + 1)
            }
            if entry.hasPrefix(".") { entry = entry.dropFirst() }
            let host = endpoint.host.lowercased()
            return host == entry || host.hasSuffix(".\(entry)")
        }
    }
}
