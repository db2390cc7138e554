import PlatformFoundation
import TestSupport

/// A home folder with a configuration, which only this user can read.
struct ConfiguredHome {
    let folder: TemporaryFolder
    /// The file, whether it is there or not.
    var path: String { folder.file(".config/ollama-chat/config.toml") }

    init(_ text: String? = nil, mode: Int = 0o600) throws {
        folder = try TemporaryFolder()
        guard let text else { return }
        try FileManager.default.createDirectory(
            atPath: folder.file(".config/ollama-chat"), withIntermediateDirectories: true)
        try folder.write(text, to: ".config/ollama-chat/config.toml")
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }

    /// Runs the program in this home to its end.
    func run(
        _ stage: Stage, _ arguments: [String], _ environment: [String: String] = [:]
    ) async throws -> (status: ProgramEnd, output: String, errors: String) {
        let run = try RunningProgram(
            Stage.program, arguments, environment: stage.environment.merging(environment) { $1 },
            home: folder)
        let status = try await run.end()
        return (status, run.output, run.errors)
    }
}
