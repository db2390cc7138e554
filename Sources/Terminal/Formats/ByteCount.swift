/// Writes a number of bytes, as "4.7 GB", in decimal units as Ollama does.
package enum ByteCount {
    /// One digit after the point below ten, none above.
    package static func text(of bytes: Int64) -> String {
        var units = ["kB", "MB", "GB", "TB", "PB", "EB"][...]
        guard bytes >= 1000, var unit = units.popFirst() else { return "\(max(0, bytes)) B" }
        var size: Int64 = 1000
        // What would round up to a thousand belongs to the next unit.
        while let next = units.first, bytes >= size * 1000 - size / 2 {
            (size, unit) = (size * 1000, next)
            units.removeFirst()
        }
        let (whole, rest) = bytes.quotientAndRemainder(dividingBy: size)
        let tenths = whole * 10 + (rest + size / 20) / (size / 10)
        guard tenths < 100, tenths % 10 != 0 else {
            return "\(whole + (rest + size / 2) / size) \(unit)"
        }
        return "\(tenths / 10).\(tenths % 10) \(unit)"
    }
}
