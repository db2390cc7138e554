import Chat

/// A message as HTML.
enum MessageHTML {
    private static let kinds: [Role: String] = [
        .user: "user", .assistant: "assistant", .system: "system", .tool: "tool",
    ]

    /// The message with its heading; replies are rendered, what others said is shown as it is.
    static func of(_ stored: StoredMessage) -> [UInt8] {
        let kind = stored.message.flatMap { kinds[$0.role] } ?? "other"
        var html = Array("<article class=\"\(kind)\">\n".utf8)
        html += heading(stored).utf8
        guard let message = stored.message else {
            html += "<p>This message could not be read.</p>\n</article>\n".utf8
            return html
        }
        if let thinking = message.thinking {
            html += "<details><summary>Thinking</summary>\n<div class=\"plain\">".utf8
            HTMLText.append(thinking.utf8, to: &html)
            html += "</div></details>\n".utf8
        }
        if message.role == .assistant {
            html += "<div class=\"said\">\n".utf8
            html += MarkdownHTML.of(message.content)
        } else {
            html += "<div class=\"said plain\">".utf8
            HTMLText.append(message.content.utf8, to: &html)
        }
        html += "</div>\n</article>\n".utf8
        return html
    }

    private static func heading(_ stored: StoredMessage) -> String {
        let time = stored.timestamp
        var parts = [
            "#\(stored.number) <b>\(HTMLText.escaped(stored.message?.role.rawValue ?? "unreadable"))</b>",
            "<time datetime=\"\(UTCTime.exact(time))\">\(UTCTime.short(time)) UTC</time>",
        ]
        if let model = stored.message?.model { parts.append(HTMLText.escaped(model)) }
        if let images = stored.message?.images.count, images > 0 {
            parts.append(images == 1 ? "1 image" : "\(images) images")
        }
        if let state = stored.message?.state, state != .complete {
            parts.append("<i>\(state.rawValue)</i>")
        }
        return "<h2>\(parts.joined(separator: " · "))</h2>\n"
    }
}
