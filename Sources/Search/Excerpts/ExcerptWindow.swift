/// Chooses which of the places in a text to show.
enum ExcerptWindow {
    /// The bytes from the first to the last of the places that show the most different terms; of
    /// those that show as many, the most places, and then the first.
    ///
    /// A place that is longer than the size is one by itself.
    static func best(of hits: [MessageMatch.Hit], size: Int) -> Range<Int> {
        var best: (terms: Int, hits: Int, range: Range<Int>) = (0, 0, 0..<0)
        var counts: [Int: Int] = [:]
        var end = 0
        for start in hits.indices {
            let origin = hits[start].range.lowerBound
            while end < hits.count, end <= start || hits[end].range.upperBound - origin <= size {
                counts[hits[end].term, default: 0] += 1
                end += 1
            }
            let found = (terms: counts.count, hits: end - start)
            if (found.terms, found.hits) > (best.terms, best.hits) {
                best = (found.terms, found.hits, origin..<hits[end - 1].range.upperBound)
            }
            let left = (counts[hits[start].term] ?? 1) - 1
            counts[hits[start].term] = left > 0 ? left : nil
        }
        return best.range
    }
}
