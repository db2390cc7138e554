/// Text as HTML.
enum HTMLText {
    /// Adds bytes of UTF-8 to HTML so that they are text there, within quotes too, and control
    /// characters are seen.
    static func append(_ bytes: some Sequence<UInt8>, to html: inout [UInt8]) {
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "&"): html += "&amp;".utf8
            case UInt8(ascii: "<"): html += "&lt;".utf8
            case UInt8(ascii: ">"): html += "&gt;".utf8
            case UInt8(ascii: "\""): html += "&quot;".utf8
            case UInt8(ascii: "'"): html += "&#39;".utf8
            case UInt8(ascii: "\r"): break
            default:
                if let picture = VisibleText.picture(of: byte) {
                    html += picture
                } else {
                    html.append(byte)
                }
            }
        }
    }

    /// A text as HTML.
    static func escaped(_ text: String) -> String {
        var html: [UInt8] = []
        append(text.utf8, to: &html)
        return String(decoding: html, as: UTF8.self)
    }
}
