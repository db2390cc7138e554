/// Times to live in words.
enum Lifetime {
    /// The largest unit alone, such as `6 d`: a list is read at a glance.
    static func text(of seconds: Int) -> String {
        let units = [(86_400, "d"), (3_600, "h"), (60, "min")]
        // A week less a second is a week to people.
        let unit = units.first { seconds >= $0.0 - $0.0 / 20 } ?? (1, "s")
        return "\((seconds + unit.0 / 2) / unit.0) \(unit.1)"
    }
}
