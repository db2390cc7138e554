import Chat

/// The spool of a program that has ended.
struct AbandonedSpool: Sendable {
    /// What is in it.
    let content: SpoolContent
    /// The file, locked.
    let file: SpoolFile

    /// Reads a file that nobody has open.
    ///
    /// - Throws: An error for one that cannot be read, which is left as it is.
    init(_ file: SpoolFile) throws(SpoolError) {
        self.file = file
        content = SpoolContent(try file.read())
        // What is noted behind the piece of a line would be a part of it.
        file.cut(to: content.wholeLength)
    }

    /// The store that it was meant for.
    var store: String { content.header?.store ?? "" }

    /// When it began.
    var began: String { content.header?.began ?? "" }

    /// Whether it is meant for a store, and of a version that this program reads.
    func isMeant(for store: String) -> Bool {
        content.header?.store == store && content.header?.version == SpoolHeader.version
    }

    /// Notes what became of an entry.
    ///
    /// Where that cannot be written, the store takes the entry once all the same, unless it was
    /// told very many others since.
    func note(_ told: ToldEntry, of number: Int) {
        note(SpoolRecord(told, of: number))
    }

    /// Notes that nothing more comes of some entries.
    func noteOver(_ numbers: [Int]) {
        if !numbers.isEmpty { note(SpoolRecord(over: numbers)) }
    }

    /// Takes the file away; one of which not everything could be read is kept under another name.
    ///
    /// - Returns: Where it is kept.
    func end() -> String? {
        guard content.damaged > 0 else {
            file.remove()
            return nil
        }
        return file.rename(to: SpoolFolder.damagedPath(of: file.path))
    }

    private func note(_ record: SpoolRecord) {
        guard let line = try? SpoolFormat.line(record) else { return }
        try? file.append(line)
    }
}
