import Platform
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
        // Ctrl-C is for the editor alone.
        for number in [SIGINT, SIGQUIT] { signal(number, SIG_IGN) }
        let status = try await ForegroundProcess.run(
            "/bin/sh", ["-c", "\(editor) \"$1\"", editor, path],
            environment: ProcessEnvironment.variables)
        try check()
        guard status == 0 else { throw EditorError(editor: editor, status: status) }
    }
}
