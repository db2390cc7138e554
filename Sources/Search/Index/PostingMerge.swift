extension Postings {
    /// The documents that have any of some terms.
    ///
    /// - Parameter lists: The documents of each term.
    /// - Returns: All of them, each once, with the highest frequency that one of the terms has.
    package static func union(_ lists: [Postings]) -> Postings {
        let lists = lists.filter { $0.count > 0 }
        guard lists.count > 1 else { return lists.first ?? Postings() }
        if lists.count == 2 { return merge(lists[0], lists[1]) }
        // Many lists are put into one table, which goes from the first document to the last.
        let first = lists.map { $0.documents[0] }.min() ?? 0
        let last = lists.map { $0.documents[$0.count - 1] }.max() ?? 0
        let total = lists.reduce(0) { $0 + $1.count }
        guard Int(last - first) / 32 < total else { return merge(lists) }
        var table = [UInt8](repeating: 0, count: Int(last - first) + 1)
        for list in lists {
            for index in list.documents.indices {
                let place = Int(list.documents[index] - first)
                table[place] = max(table[place], list.frequencies[index].bits + 1)
            }
        }
        var union = Postings()
        for (place, value) in table.enumerated() where value > 0 {
            union.append(first + UInt32(place), Frequency(bits: value - 1))
        }
        return union
    }

    private static func merge(_ lists: [Postings]) -> Postings {
        var lists = lists
        while lists.count > 1 {
            lists = stride(from: 0, to: lists.count, by: 2).map { index in
                index + 1 < lists.count ? merge(lists[index], lists[index + 1]) : lists[index]
            }
        }
        return lists[0]
    }

    private static func merge(_ left: Postings, _ right: Postings) -> Postings {
        var merged = Postings()
        var (one, other) = (0, 0)
        while one < left.count || other < right.count {
            let isLeft =
                other == right.count
                || one < left.count && left.documents[one] <= right.documents[other]
            let isBoth =
                isLeft && other < right.count && one < left.count
                && left.documents[one] == right.documents[other]
            if isBoth {
                let bits = max(left.frequencies[one].bits, right.frequencies[other].bits)
                merged.append(left.documents[one], Frequency(bits: bits))
            } else if isLeft {
                merged.append(left.documents[one], left.frequencies[one])
            } else {
                merged.append(right.documents[other], right.frequencies[other])
            }
            if isLeft { one += 1 }
            if !isLeft || isBoth { other += 1 }
        }
        return merged
    }
}

/// The documents that have all of some terms.
package struct CommonPostings: Sendable {
    /// The numbers of the documents, in ascending order.
    package private(set) var documents: [UInt32]
    /// For each term, how often each of the documents has it.
    package private(set) var frequencies: [[Frequency]]

    /// Finds them.
    ///
    /// - Parameter lists: The documents of each term; at least one list.
    package init(_ lists: [Postings]) {
        let order = lists.indices.sorted { lists[$0].count < lists[$1].count }
        guard let rarest = order.first else {
            (documents, frequencies) = ([], [])
            return
        }
        var documents = lists[rarest].documents
        var found: [Int: [Frequency]] = [rarest: lists[rarest].frequencies]
        for index in order.dropFirst() {
            let (kept, theirs) = Self.places(of: documents, in: lists[index].documents)
            if kept.count < documents.count {
                documents = kept.map { documents[$0] }
                for (key, values) in found { found[key] = kept.map { values[$0] } }
            }
            found[index] = theirs.map { lists[index].frequencies[$0] }
        }
        self.documents = documents
        frequencies = lists.indices.map { found[$0] ?? [] }
    }

    /// Where the numbers stand that both lists have.
    ///
    /// In the longer list the places in between are jumped over, in strides that double.
    private static func places(of few: [UInt32], in many: [UInt32]) -> ([Int], [Int]) {
        var (kept, theirs): ([Int], [Int]) = ([], [])
        kept.reserveCapacity(few.count)
        theirs.reserveCapacity(few.count)
        few.withUnsafeBufferPointer { few in
            many.withUnsafeBufferPointer { many in
                var place = 0
                for index in few.indices {
                    let wanted = few[index]
                    place = Self.place(of: wanted, in: many, from: place)
                    if place == many.count { return }
                    if many[place] == wanted {
                        kept.append(index)
                        theirs.append(place)
                    }
                }
            }
        }
        return (kept, theirs)
    }

    /// Where a number stands or would stand.
    private static func place(
        of wanted: UInt32, in numbers: UnsafeBufferPointer<UInt32>, from start: Int
    ) -> Int {
        var (low, step) = (start, 1)
        while low + step < numbers.count, numbers[low + step] < wanted {
            low += step
            step *= 2
        }
        var high = min(low + step, numbers.count)
        while low < high {
            let middle = (low + high) / 2
            if numbers[middle] < wanted { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
