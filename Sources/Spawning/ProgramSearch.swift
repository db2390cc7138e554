import Platform

/// Looks for programs as a shell does.
package enum ProgramSearch {
    /// The path of the first of some programs that is in a folder of `PATH`.
    ///
    /// A folder that is empty or relative is left out, so that a program of the current folder is
    /// never run.
    ///
    /// - Parameters:
    ///   - names: The names, the best first.
    ///   - environment: Where `PATH` is taken from.
    /// - Returns: The path, or `nil` where there is none.
    package static func find(_ names: [String], in environment: [String: String]) -> String? {
        let folders = (environment["PATH"] ?? "").split(separator: ":")
        for name in names {
            for folder in folders where folder.hasPrefix("/") {
                let path = "\(folder)/\(name)"
                if isProgram(path) { return path }
            }
        }
        return nil
    }

    /// Whether a path leads to a file that can be run.
    ///
    /// Wraps `stat` and `access`.
    private static func isProgram(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
            && access(path, X_OK) == 0
    }
}
