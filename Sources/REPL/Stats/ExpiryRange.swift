/// How soon something expires.
enum ExpiryRange: String, CaseIterable, Hashable, Sendable {
    /// Within an hour.
    case hour
    /// Within a day.
    case day
    /// Within a week.
    case week
    /// After that.
    case later

    /// Sorts seconds.
    init(seconds: Int) {
        switch seconds {
        case ...3_600: self = .hour
        case ...86_400: self = .day
        case ...604_800: self = .week
        default: self = .later
        }
    }

    /// The range for people.
    var title: String {
        switch self {
        case .hour: "within an hour"
        case .day: "within a day"
        case .week: "within a week"
        case .later: "later"
        }
    }
}
