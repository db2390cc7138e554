import ChatConfiguration
import REPL
import Terminal

/// The configuration of the process and its file.
struct ConfigurationFileDesk: ConfigurationDesk {
    private let output: Output
    private let options: [ConfigurationOption]

    /// Makes a desk.
    ///
    /// - Parameters:
    ///   - output: Where remarks go.
    ///   - options: What the command line sets.
    init(_ output: Output, _ options: [ConfigurationOption]) {
        self.output = output
        self.options = options
    }

    func path() throws -> String {
        try ConfigurationPath.find(in: ProcessEnvironment.variables)
    }

    func rows() throws -> [ConfigurationLine] {
        try configuration().rows.map { row in
            ConfigurationLine(
                key: row.key.name, value: row.value, isHidden: row.isHidden,
                origin: row.origin.description)
        }
    }

    func edit() async throws {
        let path = try path()
        try ConfigurationTemplate.write(to: path)
        try await TextEditor.edit(path) { _ = try configuration() }
        output.notice("The configuration \(path) is in order.")
    }

    func chooseRecallModel(_ model: String) throws {
        try ConfigurationTemplate.set(.recallModel, to: model, in: try path())
    }

    private func configuration() throws -> Configuration {
        try Configuration(options: options, environment: ProcessEnvironment.variables)
    }
}
