import Chat
import PlatformFoundation
import RedisSessions
import TestSupport
import Testing

/// Names of sessions, completed by the real shells.
@Suite struct TabCompletionTests {
    @Test func `Tab completes in a real bash`() async throws {
        try await completeAtTab(
            ["bash", "--norc", "--noprofile", "-i"], ["source <(ollama-chat completion bash)"])
    }

    @Test(.enabled(if: installed("zsh"), "zsh is not installed."))
    func `Tab completes in a real zsh`() async throws {
        try await completeAtTab(
            ["zsh", "-f", "-i"],
            [
                "autoload -Uz compinit && compinit -u -d ~/.dump",
                "source <(ollama-chat completion zsh)",
            ])
    }

    @Test(.enabled(if: installed("fish"), "fish is not installed."))
    func `Tab completes in a real fish`() async throws {
        try await completeAtTab(["fish", "--no-config"], ["ollama-chat completion fish | source"])
    }

    private static func installed(_ shell: String) -> Bool {
        ["/bin", "/usr/bin", "/usr/local/bin"].contains {
            FileManager.default.isExecutableFile(atPath: "\($0)/\(shell)")
        }
    }

    /// Sets a shell up by some lines, and has it complete the name of a session.
    private func completeAtTab(_ shell: [String], _ lines: [String]) async throws {
        let stage = try await Stage()
        let store = try stage.store()
        _ = try await store.create(name: "My (first): talk")
        await store.close()
        let screen = try TerminalScreen(
            "/usr/bin/env", shell, environment: stage.environment.merging(Stage.path) { $1 })
        for line in lines {
            try screen.type(line)
            try screen.press("Enter")
        }
        // What is typed before the shell reads is not completed.
        try screen.type("echo re''ady")
        try screen.press("Enter")
        try await screen.waitForText("ready")
        try screen.type("ollama-chat history My")
        try screen.press("Tab")
        try await screen.waitFor("the name") { text in
            text.filter { $0 != "\\" }.contains("history My (first): talk")
        }
    }
}
