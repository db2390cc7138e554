/// What the beginning of a JSON file looks like, by which formats are told apart.
struct JSONShape {
    /// Whether it is an array of objects, rather than one object.
    let isArray: Bool
    /// The keys of each of its first objects.
    let keys: [Set<String>]

    private static let most = 8

    /// Looks at the first objects, or returns `nil` where there is neither object nor array.
    init?(of bytes: [UInt8]) {
        guard let first = bytes.first(where: { $0 > 0x20 }) else { return nil }
        isArray = first == UInt8(ascii: "[")
        guard isArray else {
            guard let keys = Self.keys(of: bytes, in: bytes.indices) else { return nil }
            self.keys = [keys]
            return
        }
        guard var cutter = JSONCutter(bytes) else { return nil }
        var keys: [Set<String>] = []
        while keys.count < Self.most, let part = cutter.next() {
            keys.append(Self.keys(of: bytes, in: part.range) ?? [])
        }
        self.keys = keys
    }

    /// Whether one of the first objects has all of these keys.
    func has(_ wanted: Set<String>) -> Bool { keys.contains { $0.isSuperset(of: wanted) } }

    private static func keys(of bytes: [UInt8], in range: Range<Int>) -> Set<String>? {
        guard var cutter = JSONCutter(bytes, in: range) else { return nil }
        var keys: Set<String> = []
        while keys.count < 64, let part = cutter.next() {
            guard let key = part.key else { return nil }
            keys.insert(key)
        }
        return keys
    }
}
