/// What the beginning of a JSON file looks like, by which formats are told apart.
struct JSONShape {
    /// Whether it is an array of objects, rather than one object.
    let isArray: Bool
    /// The keys of each of its first objects.
    private(set) var keys: [Set<String>] = []
    /// Whether the file ends before all that was looked at does.
    private(set) var isCutOff = false

    private static let most = 8

    /// Looks at the first objects, or returns `nil` where there is neither object nor array.
    init?(of bytes: ByteWindow) {
        guard var outer = JSONCutter(bytes) else { return nil }
        isArray = bytes.firstVisible()?.byte == UInt8(ascii: "[")
        guard isArray else {
            add(&outer)
            return
        }
        while keys.count < Self.most, let part = outer.enter() {
            if var inner = JSONCutter(bytes, in: part.start..<Int.max) {
                add(&inner)
            } else {
                keys.append([])
            }
            guard outer.skip(part) != nil else { break }
        }
        isCutOff = isCutOff || outer.isCutOff
    }

    /// Whether one of the first objects has all of these keys.
    func has(_ wanted: Set<String>) -> Bool { keys.contains { $0.isSuperset(of: wanted) } }

    private mutating func add(_ object: inout JSONCutter<ByteWindow>) {
        var names: Set<String> = []
        while names.count < 64, let part = object.enter(), let key = part.key {
            names.insert(key)
            guard object.skip(part) != nil else { break }
        }
        keys.append(names)
        isCutOff = isCutOff || object.isCutOff
    }
}
