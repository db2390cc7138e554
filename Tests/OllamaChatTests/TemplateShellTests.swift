import Chat
import PlatformFoundation
import RedisSessions
import TestSupport
import Testing

@Suite struct TemplateShellTests {
    private static let tutor = """
        system = "You teach {{language}}."
        [options]
        num_ctx = 2048
        [[messages]]
        role = "user"
        content = "Hello from {{who}}."
        """

    /// A home with a template in it.
    private func home(_ text: String = tutor) throws -> ConfiguredHome {
        let home = try ConfiguredHome("")
        try FileManager.default.createDirectory(
            atPath: home.folder.file(".config/ollama-chat/templates"),
            withIntermediateDirectories: true)
        try home.folder.write(text, to: ".config/ollama-chat/templates/tutor.toml")
        return home
    }

    @Test func `A template begins a session, and its variables come from options`() async throws {
        let stage = try await Stage()
        let home = try home()
        let said = try await home.run(
            stage,
            [
                "--template", "tutor", "--var", "language=Swift", "--var", "who=a=b", "-m",
                "smollm2", "Q",
            ])
        #expect(said.status == .exited(0), "\(said.errors)")
        let chat = try #require(stage.stub.requests.compactMap(\.chat).last)
        #expect(chat.messages.map(\.content) == ["You teach Swift.", "Hello from a=b.", "Q"])
        #expect(chat.options?.window == 2048)
        #expect(try await stage.messages().count == 4)
    }

    @Test func `Variables that are missing or not known are usage errors`() async throws {
        let stage = try await Stage()
        let home = try home()
        let missing = try await home.run(stage, ["--template", "tutor", "--var", "who=me", "Q"])
        #expect(missing.status == .exited(2))
        #expect(missing.errors.contains("asks for what is not given: language."))
        #expect(missing.errors.contains("Add --var language=…"))
        let unknown = try await home.run(stage, ["--template", "tutor", "--var", "wo=me", "Q"])
        #expect(unknown.status == .exited(2))
        #expect(unknown.errors.contains("Did you mean who?"))
        for arguments in [
            ["--var", "who=me", "Q"], ["--template", "tutor", "--var", "who", "Q"],
            ["--template", "tutor", "-c", "Q"], ["--template", "a/b", "Q"],
        ] {
            #expect(try await home.run(stage, arguments).status == .exited(2), "\(arguments)")
        }
        let none = try await home.run(stage, ["--template", "tuto", "Q"])
        #expect(none.status == .exited(5))
        #expect(none.errors.contains("Did you mean tutor?"))
        #expect(stage.stub.requests.compactMap(\.chat).isEmpty)
        let bad = try self.home("system = \"x\"\nmodle = \"y\"")
        let told = try await bad.run(stage, ["--template", "tutor", "Q"])
        #expect(told.status == .exited(2))
        #expect(told.errors.contains("templates/tutor.toml:2"))
    }

    @Test func `A session is saved and listed in the shell`() async throws {
        let stage = try await Stage()
        let home = try ConfiguredHome()
        _ = try await home.run(stage, ["--system", "Be brief.", "-o", "seed=7", "Alpha"])
        let saved = try await home.run(
            stage, ["template", "save", "--messages", "1", "mine", "Alpha"])
        #expect(saved.status == .exited(0), "\(saved.errors)")
        let path = home.folder.file(".config/ollama-chat/templates/mine.toml")
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        let json = try await home.run(stage, ["template", "list", "--json"]).output
        let listed = try JSONDecoder().decode([Listed].self, from: Data(json.utf8))
        #expect(listed.map(\.name) == ["mine"])
        #expect(listed.first?.system == "Be brief.")
        #expect(listed.first?.messages.map(\.content) == ["Alpha"])
        #expect(try await home.run(stage, ["template", "save", "x"]).status == .exited(2))
        let none = try await home.run(stage, ["template", "save", "x", "Beta"])
        #expect(none.status == .exited(5))
    }

    @Test func `A template is edited, checked and deleted in the shell`() async throws {
        let stage = try await Stage()
        let home = try home()
        let editor = "printf '# {{x}}\\nmodel = 1\\n' >"
        let bad = try await home.run(stage, ["template", "edit", "other"], ["EDITOR": editor])
        #expect(bad.status == .exited(2))
        #expect(bad.errors.contains("other.toml:2"))
        let good = try await home.run(stage, ["template", "edit", "tutor"], ["EDITOR": "true"])
        #expect(good.errors.contains("The template tutor is in order."))
        let list = try await home.run(stage, ["template"])
        #expect(list.output.contains("tutor"))
        #expect(list.errors.contains("other.toml:2"))
        let asked = try await home.run(stage, ["template", "delete", "tutor"])
        #expect(asked.status == .exited(2))
        #expect(asked.errors.contains("--yes"))
        let gone = try await home.run(stage, ["template", "delete", "-y", "tutor"])
        #expect(gone.status == .exited(0), "\(gone.errors)")
        let path = home.folder.file(".config/ollama-chat/templates/tutor.toml")
        #expect(!FileManager.default.fileExists(atPath: path))
        let used = try await home.run(stage, ["template", "use", "tutor"])
        #expect(used.status == .exited(2))
        #expect(used.errors.contains("ollama-chat --template tutor"))
    }

    @Test func `The prompt asks for variables, for the option and for the command`() async throws {
        let stage = try await Stage()
        let home = try home()
        let screen = try TerminalScreen(
            Stage.program, ["--template", "tutor", "--var", "who=me"],
            environment: stage.environment, home: home.folder)
        try await screen.waitForText("language:")
        try screen.type("Swift")
        try screen.press("Enter")
        try await screen.waitForText("A new session from the template tutor.")
        try screen.type("Q")
        try screen.press("Enter")
        try await screen.waitForText("tokens/s")
        let first = try #require(stage.stub.requests.compactMap(\.chat).last)
        #expect(first.messages.map(\.content) == ["You teach Swift.", "Hello from me.", "Q"])
        try screen.type("/template use tu")
        try screen.press("Tab")
        try await screen.waitForText("/template use tutor")
        try screen.press("Enter")
        try await screen.waitFor("a question") { $0.ranges(of: "language:").count == 2 }
    }
}

private struct Listed: Decodable {
    struct Said: Decodable {
        let role, content: String
    }

    let name: String
    let system: String?
    let messages: [Said]
}
