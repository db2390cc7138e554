/// Goes through the conversations of a JSON file: the elements of an array, or one object.
enum JSONElements {
    /// Calls back for each element that can be looked at, and returns problems for the others.
    static func each(
        of bytes: [UInt8], _ body: (_ place: String, _ part: JSONCutter.Part) -> Void
    ) -> [ImportProblem] {
        guard bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "["),
            var cutter = JSONCutter(bytes)
        else {
            guard JSONCutter(bytes) != nil else {
                return [.loss(at: "byte 0", "This is no JSON.")]
            }
            body("conversation 1", .init(key: nil, range: bytes.indices, depth: 0))
            return []
        }
        var number = 0
        var list = ProblemList()
        while let part = cutter.next() {
            number += 1
            body("conversation \(number)", part)
        }
        if let offset = cutter.brokenAt {
            list.add(
                .loss(
                    at: "conversation \(number + 1), byte \(offset)",
                    "The JSON breaks off here; what is behind it was left out."))
        }
        return list.all(at: "the file")
    }
}
