import Chat
import Search
import Terminal

/// Shows hits as numbered lines below the names of their sessions.
struct HitPrinter {
    /// What a line shows of a message where nothing limits it.
    private static let usualWidth = 100

    /// The hits that were shown, in the order of their numbers.
    private(set) var rows: [FoundMessage] = []

    private let output: Output
    private let active: SessionID?
    private var linesLeft: Int?
    private var last: SessionID?

    /// Makes a printer.
    ///
    /// - Parameters:
    ///   - output: Where to show hits.
    ///   - linesLeft: How many lines there may be, or `nil` for any number.
    ///   - active: The active session, which is marked.
    init(_ output: Output, linesLeft: Int?, active: SessionID?) {
        self.output = output
        self.linesLeft = linesLeft
        self.active = active
    }

    /// Shows hits of one session.
    ///
    /// - Returns: Whether there was room for all of them.
    mutating func show(_ group: SessionHits) -> Bool {
        if group.session.id != last {
            // A heading without a line below it says nothing.
            guard hasRoom(for: 2) else { return false }
            last = group.session.id
            output.result(heading(of: group.session))
        }
        for hit in group.hits {
            guard hasRoom(for: 1) else { return false }
            rows.append(FoundMessage(hit, in: group.session))
            output.result(line(of: hit, row: rows.count))
        }
        if group.hasMore, hasRoom(for: 1) { output.result(.faint("  … more in this session")) }
        return true
    }

    /// Takes the room for one line, where there is some for as many as are needed.
    private mutating func hasRoom(for lines: Int) -> Bool {
        guard let left = linesLeft else { return true }
        guard left >= lines else { return false }
        linesLeft = left - 1
        return true
    }

    private func heading(of session: Session) -> StyledText {
        let name = (session.id == active ? "* " : "") + session.listedName.shortened(to: 60)
        let rest = " · \(session.lastActivity.ago()) · \(session.id.text.prefix(8))"
        let traits = output.traits(of: .standardOutput)
        guard let columns = traits.columns else { return .heading(name) + .faint(rest) }
        let room = max(8, columns - CellWidth.of(rest))
        // It is measured as it is shown.
        let clean = Sanitizer.cleanLine(name)
        return .heading(CellWidth.truncated(clean, to: room, mark: traits.ellipsis)) + .faint(rest)
    }

    private func line(of hit: SearchHit, row: Int) -> StyledText {
        let who = hit.message.message.map { Speaker.name(of: $0).shortened(to: 16) } ?? ""
        let head = "  #\(row) "
        let author = "\(hit.message.number) \(who)  "
        let columns = output.traits(of: .standardOutput).columns ?? Self.usualWidth
        let room = max(16, columns - CellWidth.of(head) - CellWidth.of(author) - 3)
        return StyledText(head, as: .label) + .faint(author) + excerpt(of: hit, cells: room)
    }

    /// The part with the words, which may take more cells than it has characters.
    private func excerpt(of hit: SearchHit, cells: Int) -> StyledText {
        let content = hit.message.message?.content ?? ""
        var size = cells
        var excerpt = MatchExcerpt(of: content, hits: hit.match.hits, size: size)
        while size > 4, CellWidth.of(Sanitizer.cleanLine(excerpt.text)) > cells {
            size = size * 3 / 4
            excerpt = MatchExcerpt(of: content, hits: hit.match.hits, size: size)
        }
        return excerpt.pieces.reduce(StyledText("")) { text, piece in
            text + StyledText(piece.text, as: piece.isMatch ? .match : nil)
        }
    }
}
