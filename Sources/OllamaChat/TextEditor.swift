import Files
import Spawning

/// The editor that the environment names.
enum TextEditor {
    /// Lets the person edit a file, and checks it afterwards.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - check: Throws what is wrong with the file; that goes before what the editor says.
    /// - Throws: What is wrong with the file, or with the editor.
    static func edit(_ path: String, check: () throws -> Void) async throws {
        let editor = EnvironmentKey.visual.value ?? EnvironmentKey.editor.value ?? "vi"
        let status = try await KeyboardSignals.ignored {
            try await ForegroundProcess.run(
                "/bin/sh", ["-c", "\(editor) \"$1\"", editor, path],
                environment: ProcessEnvironment.variables)
        }
        try check()
        guard status == 0 else { throw EditorError(editor: editor, status: status) }
    }

    /// Lets the person edit a text, in a file that is gone afterwards.
    ///
    /// - Returns: The text afterwards, without line breaks at its end that the old one has not.
    /// - Throws: What is wrong with the file, or with the editor.
    static func edit(text: String) async throws -> String {
        let file = try TranscriptFileError.catching { () throws(FileError) in
            let file = try TemporaryFile(in: MachineFiles.temporaryFolder, ending: ".md")
            try file.file.write(Array("\(text)\n".utf8))
            return file
        }
        try await edit(file.path) {}
        // Not through the open file: many an editor puts a new one in its place.
        let bytes = try TranscriptFileError.catching { () throws(FileError) in
            try OpenFile(file.path, .reading).read()
        }
        var edited = String(decoding: bytes, as: UTF8.self)
        while edited.hasSuffix("\n"), edited != text { edited.removeLast() }
        return edited
    }
}
