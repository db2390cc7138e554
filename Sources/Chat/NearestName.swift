/// Finds the name that was probably meant by one that does not exist.
package enum NearestName {
    /// The name most like a mistyped one, or `nil` where none is near enough to suggest.
    ///
    /// Near is one slip in short names, two from five characters and three from nine. Letters of
    /// the other case are the same letter; of two names that are as near, the first wins.
    package static func of(_ name: String, among names: some Sequence<String>) -> String? {
        let typed = Array(name.lowercased())
        let limit = typed.count < 5 ? 1 : typed.count < 9 ? 2 : 3
        var nearest: (name: String, distance: Int)?
        for candidate in names {
            let letters = Array(candidate.lowercased())
            guard abs(letters.count - typed.count) <= limit else { continue }
            let distance = distance(typed, letters)
            guard distance <= limit, distance < letters.count else { continue }
            if distance < nearest?.distance ?? .max { nearest = (candidate, distance) }
        }
        return nearest?.name
    }

    /// The number of slips between two spellings: a letter added, left out, changed, or two
    /// neighbours swapped.
    package static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in 0..<left.count {
            var current = [row + 1]
            for column in 0..<right.count {
                let change = left[row] == right[column] ? 0 : 1
                var best = min(
                    last[column] + change, last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1],
                    left[row - 1] == right[column]
                {
                    best = min(best, beforeLast[column - 1] + 1)
                }
                current.append(best)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
