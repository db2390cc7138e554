/// How much of a model a server has fetched, summed over the layers that it named so far.
public struct PullProgress: Hashable, Sendable {
    private struct Layer: Hashable {
        var size: Int64
        var fetched: Int64
        /// What was there when the layer was named first.
        var found: Int64
    }

    private var layers: [String: Layer] = [:]

    /// Makes the progress of a server that has named no layer.
    public init() {}

    /// Takes what the server says.
    ///
    /// - Returns: Whether it was about a layer.
    public mutating func add(_ status: PullStatus) -> Bool {
        guard let digest = status.layer, let size = status.size, size > 0 else { return false }
        let fetched = min(max(0, status.fetched ?? 0), size)
        layers[digest, default: Layer(size: size, fetched: 0, found: fetched)].fetched = fetched
        return true
    }

    /// The bytes that the layers have.
    public var size: Int64 { layers.values.reduce(0) { $0 + $1.size } }
    /// The bytes that are there.
    public var fetched: Int64 { layers.values.reduce(0) { $0 + $1.fetched } }
    /// The bytes that were there before.
    public var found: Int64 { layers.values.reduce(0) { $0 + $1.found } }
}
