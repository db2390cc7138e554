import Chat

/// Messages on the shelf as JSON on one line.
enum ShelfJSON {
    /// The fields as members of an object, without its braces.
    static func members(of shelved: ShelvedMessages) -> [UInt8] {
        var bytes = Array(
            #""op":"\#(shelved.operation)","kind":"\#(shelved.kind.rawValue)","at":\#(shelved.at.text)"#
                .utf8)
        if let head = shelved.head { bytes += #","head":\#(head.text)"#.utf8 }
        bytes += #","messages":["#.utf8
        for (index, message) in shelved.messages.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes += MessageJSON.line(of: message)
        }
        bytes.append(UInt8(ascii: "]"))
        return bytes
    }
}
