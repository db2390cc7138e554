/// Where a value comes from.
package enum ConfigurationOrigin: Hashable, Sendable {
    /// An option of the command line, such as `--ttl`.
    case option(String)
    /// An environment variable.
    case variable(String)
    /// A line of the file.
    case file(path: String, line: Int)
    /// Nothing was set.
    case standard
}

extension ConfigurationOrigin: CustomStringConvertible {
    /// The option, the variable, `path:line`, or `default`.
    package var description: String {
        switch self {
        case .option(let name), .variable(let name): name
        case .file(let path, let line): "\(path):\(line)"
        case .standard: "default"
        }
    }
}
