import Files

/// The files in which the server keeps its data.
///
/// The manifest lists them, one a line: `file appendonly.aof.1.incr.aof seq 1 type i`.
struct AppendOnlyFiles {
    /// Their folder.
    let folder: String

    private static let manifestLimit = 1 << 16

    /// The file that lists them.
    var manifest: String { "\(folder)/appendonly.aof.manifest" }

    /// The size of each of them that is there.
    func sizes() throws(PrivateRedisError) -> [String: Int] {
        try PrivateRedisError.catching { () throws(FileError) in try listedSizes() }
    }

    private func listedSizes() throws(FileError) -> [String: Int] {
        guard FileSystem.exists(manifest) else { return [:] }
        let file = try OpenFile(manifest, .reading, followingLinks: true)
        let bytes = try file.read(atMost: Self.manifestLimit)
        var sizes: [String: Int] = [:]
        for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
            let fields = line.split(separator: " ")
            guard fields.count > 1, FileSystem.exists("\(folder)/\(fields[1])") else { continue }
            sizes[String(fields[1])] = try FileSystem.status(of: "\(folder)/\(fields[1])").size
        }
        return sizes
    }
}
