/// A format that sessions can be written in.
public struct TranscriptFormat: Sendable {
    /// Its name, as it is typed.
    public let name: String
    /// What it is for, in one line.
    public let summary: String
    /// How the names of its files end, without the dot; the usual one first.
    public let fileEndings: [String]
    /// Makes a writer for one session, or for several of them in one file.
    public let makeWriter: @Sendable (_ isCollection: Bool) -> any TranscriptWriter

    /// The format of a name, or of an ending of file names.
    ///
    /// - Throws: An error that names those that there are.
    public static func named(_ name: String) throws(TranscriptError) -> TranscriptFormat {
        let format =
            all.first { $0.name == name }
            ?? all.first { $0.fileEndings.contains(name.lowercased()) }
        guard let format else {
            throw .unknownFormat(name, known: all.map(\.name))
        }
        return format
    }

    /// The format that the name of a file asks for, if it ends like one.
    public static func ofFile(_ path: some StringProtocol) -> TranscriptFormat? {
        guard let dot = path.lastIndex(of: ".") else { return nil }
        let ending = path[path.index(after: dot)...].lowercased()
        return all.first { $0.fileEndings.contains(ending) }
    }
}
