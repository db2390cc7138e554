import Platform

/// The programs of this package, which are built beside the tests.
package enum BuiltProgram {
    /// The path of a program.
    package static func path(_ name: String) -> String {
        "\(folder)/\(name)"
    }

    /// The folder of the running tests; a bundle on macOS is three levels deep in it.
    private static var folder: Substring {
        let tests = CommandLine.arguments.lazy.compactMap(testBundle).first ?? executable
        return tests.prefix(upTo: tests.lastIndex(of: "/") ?? tests.endIndex)
    }

    private static func testBundle(in argument: String) -> String? {
        guard argument.hasPrefix("/"), let bundle = argument.firstRange(of: ".xctest") else {
            return nil
        }
        return String(argument[..<bundle.upperBound])
    }

    private static var executable: String {
        guard let path = realpath("/proc/self/exe", nil) else { return CommandLine.arguments[0] }
        defer { free(path) }
        return String(cString: path)
    }
}
