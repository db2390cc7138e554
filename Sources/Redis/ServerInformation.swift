/// What `INFO` tells about a server.
struct ServerInformation {
    private let fields: [Substring: Substring]

    /// Reads the lines of the reply.
    init(_ text: String) {
        var fields: [Substring: Substring] = [:]
        for line in text.split(whereSeparator: \.isNewline) {
            guard let colon = line.firstIndex(of: ":") else { continue }
            fields[line[..<colon]] = line[line.index(after: colon)...]
        }
        self.fields = fields
    }

    /// The value of a field.
    subscript(field: Substring) -> Substring? { fields[field] }

    /// What the server is: `Redis 7.0.15` or `Valkey 8.0.1`.
    var name: String? {
        if let version = fields["valkey_version"] { return "Valkey \(version)" }
        return fields["redis_version"].map { "Redis \($0)" }
    }

    /// Refuses a server that this program cannot work with; one that keeps silent is taken.
    func check() throws(RedisError) {
        switch fields["redis_mode"] {
        case "cluster": throw .cluster
        case "sentinel": throw .sentinel
        default: break
        }
        let isValkey = fields["server_name"] == "valkey" || fields["valkey_version"] != nil
        guard !isValkey, let version = fields["redis_version"] else { return }
        let major = version.prefix { $0 != "." }
        if let number = Int(major), number < 7 { throw .tooOld(version: String(version)) }
    }
}
