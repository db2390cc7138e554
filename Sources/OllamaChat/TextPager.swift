import Files
import Platform
import Spawning

/// The pager that the environment names.
enum TextPager {
    /// Lets the person read a text, in a file that is gone afterwards.
    ///
    /// - Parameter text: The text, ready to be shown.
    /// - Returns: Whether the pager did its work.
    static func show(_ text: String) async -> Bool {
        guard let file = try? TemporaryFile(in: MachineFiles.temporaryFolder),
            (try? file.file.write(Array((text.hasSuffix("\n") ? text : text + "\n").utf8))) != nil
        else { return false }
        var environment = ProcessEnvironment.variables
        // Without it less shows colours as what they are made of.
        if EnvironmentKey.less.value == nil { environment[EnvironmentKey.less.rawValue] = "R" }
        let pager = EnvironmentKey.pager.value ?? "less -R"
        let status = await KeyboardSignals.ignored {
            try? await ForegroundProcess.run(
                "/bin/sh", ["-c", "\(pager) < \"$1\"", pager, file.path],
                environment: environment)
        }
        return status == 0 || status == -SIGINT
    }
}
