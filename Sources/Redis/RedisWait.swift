/// What keeps connections from being used for a while.
package enum RedisWait: Hashable, Sendable {
    /// The server is loading its data.
    case loading(LoadingProgress)
    /// Nobody waits any more, whether or not the server can be used.
    case over
}

/// How far a server has come with loading its data, as far as it says so.
package struct LoadingProgress: Hashable, Sendable {
    /// The part that is loaded, from 0 to 1.
    package let fraction: Double?
    /// How long it will take the server, by its own estimate.
    package let remaining: Duration?

    /// States how far a server has come.
    package init(fraction: Double? = nil, remaining: Duration? = nil) {
        self.fraction = fraction
        self.remaining = remaining
    }

    /// Reads what `INFO persistence` tells.
    init(_ information: ServerInformation) {
        let percent = information["loading_loaded_perc"].flatMap { Double($0) } ?? .nan
        let seconds = information["loading_eta_seconds"].flatMap { Int($0) } ?? -1
        self.init(
            fraction: (0...100).contains(percent) ? percent / 100 : nil,
            remaining: seconds < 0 ? nil : .seconds(seconds))
    }
}
