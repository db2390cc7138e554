/// Bars that show which part of something a number is.
struct ShareBar {
    /// The cells of a whole.
    private static let width = 8

    private let whole: Double
    private let isUTF8: Bool

    /// Makes bars that compare numbers.
    ///
    /// - Parameters:
    ///   - largest: The number whose bar is whole.
    ///   - isUTF8: Whether the terminal shows more than ASCII.
    init(largest: Int, isUTF8: Bool) {
        whole = Double(max(largest, 1))
        self.isUTF8 = isUTF8
    }

    /// The bar of a number: nothing for zero, and something for everything else.
    func text(_ number: Int) -> String {
        guard number > 0 else { return "" }
        let share = min(Double(number) / whole, 1)
        guard isUTF8 else {
            return String(
                repeating: "#", count: max(1, Int((share * Double(Self.width)).rounded())))
        }
        let eighths = max(1, Int((share * Double(Self.width * 8)).rounded()))
        let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
        return String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
    }
}
