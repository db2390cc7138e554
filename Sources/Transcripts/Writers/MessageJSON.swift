import Chat

/// A stored message as JSON.
enum MessageJSON {
    /// The stored bytes as they are, where they are a JSON object; its time is put in front where
    /// they do not say it, or say another one.
    ///
    /// A message whose bytes are something else is written anew, and one that could not be read
    /// at all as what its bytes are.
    static func of(_ stored: StoredMessage) -> [UInt8] {
        guard let facts = JSONScanner.object(in: stored.member) else { return remade(stored) }
        guard let key = missingKey(of: stored, facts) else { return stored.member }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(stored.member.count + 40)
        bytes += #"{"\#(key)":\#(stored.timestamp.text)"#.utf8
        if !facts.isEmpty { bytes.append(UInt8(ascii: ",")) }
        bytes += stored.member[(facts.start + 1)...]
        return bytes
    }

    /// The same on one line.
    static func line(of stored: StoredMessage) -> [UInt8] {
        var bytes = of(stored)
        // Within a JSON text a line break can only stand where a blank can.
        for index in bytes.indices
        where bytes[index] == UInt8(ascii: "\n") || bytes[index] == UInt8(ascii: "\r") {
            bytes[index] = UInt8(ascii: " ")
        }
        return bytes
    }

    /// The key under which the message's place has to be added.
    private static func missingKey(of stored: StoredMessage, _ facts: JSONScanner.Facts) -> String?
    {
        guard let range = facts.timestamp else { return "timestamp" }
        let text = String(decoding: stored.member[range], as: UTF8.self)
        guard let said = Timestamp(text: text) else { return "score" }
        // Others write more digits than a score keeps.
        let difference = said.microseconds.subtractingReportingOverflow(
            stored.timestamp.microseconds)
        return difference.partialValue.magnitude <= 1 ? nil : "score"
    }

    private static func remade(_ stored: StoredMessage) -> [UInt8] {
        var bytes = Array(#"{"timestamp":\#(stored.timestamp.text),"#.utf8)
        if let message = stored.message {
            bytes += JSONText.of(MessageRecord(message)).dropFirst()
            return bytes
        }
        if let text = String(validating: stored.member, as: UTF8.self) {
            bytes += #""unreadable":"#.utf8
            bytes += JSONText.string(text)
        } else {
            bytes += #""encoding":"base64","unreadable":"\#(JSONText.base64(stored.member))""#.utf8
        }
        bytes.append(UInt8(ascii: "}"))
        return bytes
    }
}
