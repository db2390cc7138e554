/// Shares in hundredths.
enum Percent {
    /// `12 %`; what is hardly anything is not nothing.
    static func text(_ share: Double) -> String {
        share > 0 && share < 0.005 ? "< 1 %" : "\(Decimal.text(share * 100, digits: 0)) %"
    }
}
