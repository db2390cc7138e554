import Platform

/// The clock on the wall of the person.
package enum LocalTime {
    /// The seconds that local time is ahead of UTC at a moment, by `localtime_r`.
    package static func offset(at secondsSince1970: Int64) -> Int64 {
        var moment = time_t(secondsSince1970)
        var fields = tm()
        guard localtime_r(&moment, &fields) != nil else { return 0 }
        return Int64(fields.tm_gmtoff)
    }
}
