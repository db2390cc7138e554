import ArgumentParser
import ChatConfiguration
import PlatformFoundation
import REPL
import Testing

@testable import OllamaChat

@Suite struct ManualPageTests {
    private let page: String

    init() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let data = try Data(contentsOf: root.appending(path: "man/ollama-chat.1"))
        page = String(decoding: data, as: UTF8.self)
    }

    @Test func `Every environment variable is in the manual`() {
        for key in EnvironmentKey.allCases {
            #expect(
                page.contains("Ev \(key.rawValue)\n") || page.contains("Ev \(key.rawValue) ,"),
                "\(key.rawValue) is missing.")
        }
    }

    @Test func `Every key of the configuration is in the manual, with its variable`() {
        for key in ConfigurationKey.all {
            let entry = page.firstRange(of: ".It Cm \(key.name)\n")
            #expect(entry != nil, "\(key.name) is missing.")
            if case .option = key.kind { continue }
            let names = [key.variable] + [key.sharedVariable].compactMap(\.self)
            for name in names { #expect(page.contains("Ev \(name)"), "\(name) is missing.") }
            if let option = key.option {
                #expect(page.contains("Fl \(option.dropFirst())"), "\(option) is missing.")
            }
        }
        #expect(page.contains(".Ev OLLAMA_CHAT_OPTIONS_"))
    }

    @Test func `Every slash command and alias is in the manual`() {
        for name in CommandRegistry.names {
            let written = name == "?" ? "/\\&?" : "/\(name)"
            #expect(page.contains("Cm \(written)"), "/\(name) is missing.")
        }
    }

    @Test func `Every shell command is in the manual`() {
        for name in ShellCommands.names where name != "help" {
            #expect(page.contains(".It Cm \(name)"), "\(name) is missing.")
        }
    }

    @Test func `Every option is in the manual`() {
        let types: [any ParsableCommand.Type] = [ShellChat.self] + ShellCommands.types
        let help = types.map { OllamaChat.helpMessage(for: $0) }.joined(separator: " ")
        let words = help.split { $0.isWhitespace || ",/[]()".contains($0) }.map(String.init)
        let options = Set(words.filter { $0.hasPrefix("-") && $0.count > 1 && $0 != "--" })
        #expect(options.count > 15)
        for option in options {
            // mdoc writes -x as `Fl x` and --long as `Fl -long`.
            #expect(page.contains("Fl \(option.dropFirst())"), "\(option) is missing.")
        }
    }
}
