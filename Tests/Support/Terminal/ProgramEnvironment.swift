/// The environment that programs are tested in: nothing is inherited.
package enum ProgramEnvironment {
    /// Makes the environment.
    ///
    /// - Parameters:
    ///   - home: The home folder.
    ///   - changes: Variables to add or to replace; empty ones are removed.
    /// - Returns: The variables.
    package static func make(
        home: String, changes: [String: String] = [:]
    ) -> [String: String] {
        let basis = [
            "HOME": home, "PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8",
            "TERM": "xterm-256color", "TMPDIR": home,
        ]
        return basis.merging(changes) { _, new in new }.filter { !$0.value.isEmpty }
    }
}
