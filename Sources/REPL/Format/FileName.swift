/// Names of files.
enum FileName {
    /// The longest name that is made up, in bytes, without its ending.
    private static let longest = 100

    /// A name made of a text: without what a path, a shell or a terminal would take for something
    /// else.
    static func make(of text: String, ending: String) -> String {
        var name = ""
        for character in text {
            let isPlain = character.isLetter || character.isNumber || "-_".contains(character)
            let next = isPlain ? String(character) : name.hasSuffix("-") ? "" : "-"
            guard name.utf8.count + next.utf8.count <= longest else { break }
            name += next
        }
        name = String(name.drop { $0 == "-" })
        while name.hasSuffix("-") { name.removeLast() }
        return "\(name.isEmpty ? "session" : name).\(ending)"
    }
}
