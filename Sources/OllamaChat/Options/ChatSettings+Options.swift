import Chat
import ChatConfiguration
import REPL

extension ChatSettings {
    /// What was asked for now, and what the configuration has for new sessions.
    init(_ options: ChatOptions, _ configuration: Configuration) throws {
        self.init(
            model: options.model, defaultModel: configuration.text(.model),
            system: options.system, defaultSystem: configuration.text(.system),
            options: try options.modelOptions(), defaultOptions: configuration.modelOptions,
            timeToLive: options.shared.ttl.flatMap(TimeToLive.init(text:)),
            recent: configuration.recent, share: configuration.contextShare,
            compaction: configuration.compaction, compactAt: configuration.compactAt,
            mostMessages: configuration.mostMessages, warmup: configuration.warmup,
            prompt: configuration.prompt, rightPrompt: configuration.rightPrompt,
            notification: configuration.notification, isQuiet: configuration.isQuiet,
            wantsJSON: options.shared.json,
            isQuick: options.quick)
    }
}
