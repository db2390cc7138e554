/// A line that shows how far long work has come, how fast it goes and how long it will still take.
///
/// It is shown as a ``Spinner``, on a terminal only.
package final class Progress: Sendable {
    /// What came before says nothing about the speed.
    private static let firstSeconds = 0.5

    private let spinner: Spinner
    private let verb: String
    private let unit: String
    private let start = ContinuousClock.now

    /// Begins.
    ///
    /// - Parameters:
    ///   - output: Where to show it.
    ///   - verb: What is being done, as in "Indexing".
    ///   - unit: What is counted, as in "messages".
    package init(_ output: Output, _ verb: String, _ unit: String) {
        self.verb = verb
        self.unit = unit
        spinner = output.spinner(verb)
    }

    /// Shows how much is done.
    package func report(_ done: Int, of all: Int) {
        spinner.update(
            text(done, of: all, after: (ContinuousClock.now - start) / .seconds(1)))
    }

    /// Erases the line.
    package func stop() { spinner.stop() }

    private func text(_ done: Int, of all: Int, after seconds: Double) -> String {
        Self.text(verb, unit, done, of: all, after: seconds)
    }

    /// The line.
    static func text(
        _ verb: String, _ unit: String, _ done: Int, of all: Int, after seconds: Double
    ) -> String {
        let share = all > 0 ? done * 100 / all : 100
        var text = "\(verb) \(done) of \(all) \(unit) (\(share) %)"
        guard seconds > firstSeconds, done > 0 else { return text }
        let rate = Double(done) / seconds
        text += ", \(Int(rate)) a second"
        let left = Double(all - done) / rate
        if left >= 1 { text += ", \(DurationText.text(of: .seconds(left.rounded()))) left" }
        return text
    }
}
