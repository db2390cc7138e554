import ArgumentParser
import Chat
import Terminal

/// Shows or sets the options of the model, for the active session.
package struct SetCommand: ChatCommand {
    package static let name = "set"
    package static let usage = "[OPTION [VALUE]]"
    package static let summary = "Shows or sets options of the model."
    package static let takesFreeText = true

    @Argument(help: "The option and its value; default takes it back.")
    var text: String?

    package init() {}

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        switch try SetRequest(text ?? "") {
        case .list: list(await context.conversation.options, on: context.output)
        case .system(let text):
            let arguments = text.map { ["--", $0] } ?? []
            return try await SystemCommand.parse(arguments).run(in: context)
        case .markdown(let isOn): render(isOn, on: context.output)
        case .hideThinking(let isHidden): hideThinking(isHidden, on: context.output)
        case .notify(let kind): notify(kind, in: context)
        case .notifyAfter(let seconds):
            context.notification.least = .seconds(seconds)
            notify(nil, in: context)
        case .show(let option): await show(option, in: context)
        case .change(let option, let value): try await change(option, to: value, in: context)
        }
        return .next
    }

    package static func completions(
        of text: String, in context: CompletionContext
    ) async -> [Candidate] {
        SetRequest.completions(of: text)
    }

    private func list(_ options: ModelOptions, on output: Output) {
        output.table(
            TextTable(
                [.init("OPTION"), .init("VALUE"), .init("", isFlexible: true)],
                rows: ModelOption.all.map { option in
                    [
                        .init(option.name, as: .label),
                        .init((options[option.name]?.description ?? "").shortened(to: 20)),
                        .init(option.summary, as: .faint),
                    ]
                }))
        output.hint("Those without a value are as the model has them: /show parameters.")
    }

    private func render(_ isOn: Bool?, on output: Output) {
        if let isOn { output.rendersMarkdown = isOn }
        let state = output.rendersMarkdown ? "on" : "off"
        if isOn == nil {
            output.result("markdown is \(state)")
        } else {
            output.notice("markdown is \(state) from now on.")
        }
    }

    private func hideThinking(_ isHidden: Bool, on output: Output) {
        output.hidesThinking = isHidden
        output.notice(
            isHidden
                ? "Of what the model thinks, only how long is shown from now on."
                : "What the model thinks is shown from now on.")
    }

    private func notify(_ kind: ReplyNotification.Kind?, in context: CommandContext) {
        if let kind { context.notification.kind = kind }
        let seconds = DurationText.text(of: context.notification.least)
        let state =
            switch context.notification.kind {
            case .off: "The end of a reply is not told; it would be after \(seconds)."
            case .bell: "The terminal rings at the end of a reply that took \(seconds) or longer."
            case .osc9:
                "The desktop is told of the end of a reply that took \(seconds) or longer."
            }
        context.output.notice(state)
    }

    private func show(_ option: ModelOption, in context: CommandContext) async {
        let name = option.name
        if let value = await context.conversation.options[name] {
            context.output.result("\(name) is \(value)")
        } else {
            let model = await context.conversation.modelName
            let details = try? await context.server.details(of: model)
            let values = details?.values(of: name) ?? []
            context.output.result(
                values.isEmpty
                    ? "\(name) is not set."
                    : "\(name) is not set; the model has \(values.joined(separator: ", "))")
        }
        context.output.hint(option.summary)
    }

    private func change(
        _ option: ModelOption, to value: OptionValue?, in context: CommandContext
    ) async throws {
        let name = option.name
        let old = await context.conversation.options[name]
        if option.reloadsModel, old != value { await context.warnOfLoading() }
        try await context.conversation.setOption(name, to: value)
        if name == "think", value != nil { context.output.hidesThinking = false }
        context.output.notice(
            value.map { "\(name) is \($0) from now on." }
                ?? (old == nil
                    ? "\(name) was not set." : "\(name) is as the model has it from now on."))
    }
}
