import FoundationEssentials

extension TemporaryFolder {
    /// Writes a text file.
    package func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(filePath: file(name)))
    }
}
