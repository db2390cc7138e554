/// One figure: a thing that is measured, and what it is compared with.
protocol Benchmark: Sendable {
    /// What is measured, and against what.
    var name: String { get }

    /// Measures both in turn.
    func run(_ sizes: Sizes) async throws -> Comparison
}

/// Two series of measurements that were taken in turn.
struct Comparison {
    private var subject: [Duration] = []
    private var baseline: [Duration] = []

    /// Measures both a number of times, one after the other, after one round that does not count.
    static func measuring(
        _ samples: Int, subject: () async throws -> Duration, baseline: () async throws -> Duration
    ) async rethrows -> Comparison {
        var comparison = Comparison()
        _ = try await (subject(), baseline())
        for _ in 0..<samples {
            comparison.subject.append(try await subject())
            comparison.baseline.append(try await baseline())
        }
        return comparison
    }

    /// A line of the table.
    func row(named name: String) -> String {
        let (ours, theirs) = (Self.median(subject), Self.median(baseline))
        let cells = [
            Self.text(ours), Self.text(Self.spread(subject)), Self.text(theirs),
            Self.decimal(ours / theirs),
        ]
        let columns = cells.map { String(repeating: " ", count: max(1, 11 - $0.count)) + $0 }
        return name + String(repeating: " ", count: max(1, 35 - name.count)) + columns.joined()
    }

    private static func median(_ series: [Duration]) -> Duration {
        let sorted = series.sorted()
        return sorted.isEmpty ? .zero : sorted[sorted.count / 2]
    }

    /// The distance between the quarter and the three-quarter point.
    private static func spread(_ series: [Duration]) -> Duration {
        let sorted = series.sorted()
        guard sorted.count > 3 else { return .zero }
        return sorted[sorted.count * 3 / 4] - sorted[sorted.count / 4]
    }

    private static func text(_ duration: Duration) -> String {
        let milliseconds = duration / .milliseconds(1)
        return milliseconds < 1
            ? "\(decimal(milliseconds * 1000)) us" : "\(decimal(milliseconds)) ms"
    }

    private static func decimal(_ number: Double) -> String {
        guard number.isFinite else { return "-" }
        let hundredths = Int((number * 100).rounded())
        let fraction = String(hundredths % 100)
        return "\(hundredths / 100)." + (fraction.count == 1 ? "0" : "") + fraction
    }
}

/// How long something takes.
func time(_ body: () async throws -> Void) async rethrows -> Duration {
    let start = ContinuousClock.now
    try await body()
    return ContinuousClock.now - start
}
