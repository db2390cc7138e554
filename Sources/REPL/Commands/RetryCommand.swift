import ArgumentParser
import Chat

/// Asks the last question again.
package struct RetryCommand: ChatCommand {
    package static let name = "retry"
    package static let usage = "[-m MODEL] [-o K=V]"
    package static let summary = "Asks again; the old reply goes to the shelf."

    @OptionGroup var reply: ReplyOptions

    package init() {}

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        .turn(.retry, try await reply.override(in: context))
    }
}

/// What can be said of one reply.
struct ReplyOptions: ParsableArguments {
    @Option(name: .shortAndLong, help: "The model to ask this once.", completion: .models)
    var model: String?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("An option of the model for this once.", valueName: "key=value"))
    var option: [String] = []

    /// What is different for the reply.
    ///
    /// - Throws: An error for a model that is not there, or an option that is none.
    func override(in context: CommandContext) async throws -> ReplyOverride {
        var override = ReplyOverride(options: try ModelOptions(parsing: option))
        if let model { override.model = try await context.model(named: model).name }
        return override
    }
}
