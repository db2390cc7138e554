/// A line that shows how far long work has come, how fast it goes and how long it will still take.
///
/// It is shown as a ``Spinner``, on a terminal only.
package final class Progress: Sendable {
    /// What is counted.
    package enum Measure: Hashable, Sendable {
        /// Things of a name, as in "messages".
        case count(String)
        /// Bytes.
        case bytes
    }

    /// What came before says nothing about the speed.
    private static let firstSeconds = 0.5

    private let spinner: Spinner
    private let verb: String
    private let measure: Measure
    private let end: String
    private let start = ContinuousClock.now

    /// Begins.
    ///
    /// - Parameters:
    ///   - output: Where to show it.
    ///   - verb: What is being done, as in "Indexing".
    ///   - measure: What is counted.
    ///   - stop: How to stop it, where that is worth saying.
    package init(_ output: Output, _ verb: String, _ measure: Measure, stop: String? = nil) {
        self.verb = verb
        self.measure = measure
        end = stop.map { " (\($0))" } ?? ""
        spinner = output.spinner(verb + end)
    }

    /// Shows how much is done.
    ///
    /// - Parameters:
    ///   - done: How much.
    ///   - all: How much there is to do.
    ///   - found: How much of it was done already when it began.
    package func report(_ done: Int, of all: Int, foundBefore found: Int = 0) {
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        spinner.update(
            Self.text(verb, measure, done, of: all, foundBefore: found, after: seconds) + end)
    }

    /// Shows what is being done where nothing can be counted.
    package func report(_ words: String) { spinner.update("\(verb): \(words)\(end)") }

    /// Erases the line.
    package func stop() { spinner.stop() }

    /// The line.
    static func text(
        _ verb: String, _ measure: Measure, _ done: Int, of all: Int, foundBefore found: Int = 0,
        after seconds: Double
    ) -> String {
        let share = all > 0 ? done * 100 / all : 100
        var text = "\(verb) \(measure.text(done, of: all)) (\(share) %)"
        guard seconds > firstSeconds, done > found else { return text }
        let rate = Double(done - found) / seconds
        text += ", \(measure.text(Int(rate))) a second"
        let left = Double(all - done) / rate
        if left >= 1 { text += ", \(DurationText.text(of: .seconds(left.rounded()))) left" }
        return text
    }
}

extension Progress.Measure {
    /// A part of all.
    fileprivate func text(_ done: Int, of all: Int) -> String {
        switch self {
        case .count(let unit): "\(done) of \(all) \(unit)"
        case .bytes: "\(text(done)) of \(text(all))"
        }
    }

    /// A number alone.
    fileprivate func text(_ number: Int) -> String {
        switch self {
        case .count: "\(number)"
        case .bytes: ByteCount.text(of: Int64(number))
        }
    }
}
