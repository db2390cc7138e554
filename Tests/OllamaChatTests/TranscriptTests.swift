import Chat
import PlatformFoundation
import TestSupport
import Testing

/// Sessions that leave and come in at the shell's door.
@Suite struct TranscriptTests {
    @Test func `Everything is exported and imported elsewhere, once`() async throws {
        let stage = try await Stage()
        _ = try await stage.run("Tea")
        let id = try await stage.run("branch", "Tea", "--at", "1", "--name", "Side").output
        #expect(id.hasSuffix("\n") && id.count == 23)
        let exported = try await stage.run("export", "--all")
        #expect(exported.status == .exited(0))
        let other = try await Stage()
        let imported = try await other.run("import", "-", input: exported.output)
        #expect(imported.status == .exited(0), "\(imported.errors)")
        #expect(imported.errors.contains("Brought in 2 sessions with 3 messages."))
        let again = try await other.run("import", "-", input: exported.output)
        #expect(again.errors.contains("2 were there already"))
        let history = try await other.run("history", "Tea", "--json")
        let before = try await stage.run("history", "Tea", "--json")
        #expect(history.output == before.output)
        #expect(try await other.run("tree", "Side").output.contains("└─ Side"))
    }

    @Test(arguments: ["json", "jsonl", "markdown"])
    func `A summary goes along, and what was decided of messages`(format: String) async throws {
        let stage = try await Stage()
        _ = try await stage.run("Tea")
        _ = try await stage.run("-c", "Milk")
        #expect(try await stage.run("compact", "Tea", "--keep", "2").status == .exited(0))
        #expect(try await stage.run("pin-message", "Tea", "1").status == .exited(0))
        #expect(try await stage.run("exclude", "Tea", "4").status == .exited(0))
        let exported = try await stage.run("export", "Tea", "--format", format)
        let other = try await Stage()
        let imported = try await other.run("import", "-", input: exported.output)
        #expect(imported.status == .exited(0), "\(imported.errors)")
        let context = try await other.run("context", "Tea", "--json").output
        #expect(context.contains(#""summary" : "You said"#))
        #expect(context.contains(#""excluded""#) && context.contains(#""pinned" : true"#))
        #expect(context == (try await stage.run("context", "Tea", "--json").output))
    }

    @Test func `What is brought in where it came from changes nothing, unless it has changed`()
        async throws
    {
        let stage = try await Stage()
        _ = try await stage.run("Tea")
        _ = try await stage.run("branch", "Tea", "--at", "1", "--name", "Side")
        for format in ["json", "jsonl"] {
            let exported = try await stage.run("export", "--all", "-f", format)
            let same = try await stage.run("import", "-", input: exported.output)
            #expect(same.errors.contains("0 messages; 2 were there already."), "\(same.errors)")
        }
        let exported = try await stage.run("export", "Tea")
        _ = try await stage.run("-s", "Tea", "more")
        let other = try await stage.run("import", "-", input: exported.output)
        #expect(other.errors.contains("Brought in 1 session with 2 messages."))
        let branch = try await stage.run("export", "--all")
        let tree = try await stage.run("import", "-", "--dry-run", input: branch.output)
        #expect(tree.errors.contains("Would bring in 0 sessions"), "\(tree.errors)")
    }

    @Test func `A file is written whole, and never over another one`() async throws {
        let stage = try await Stage()
        _ = try await stage.run("Tea")
        let folder = try TemporaryFolder()
        let path = folder.file("tea.html")
        #expect(try await stage.run("export", "Tea", "-o", path).status == .exited(0))
        let page = try folder.read("tea.html")
        #expect(page.hasSuffix("</html>\n"))
        let refused = try await stage.run("export", "Tea", "-o", path)
        #expect(refused.status == .exited(1))
        #expect(refused.errors.contains("Add --force to replace it"))
        #expect(try await stage.run("export", "Tea", "-o", path, "--force").status == .exited(0))
        #expect(try await stage.run("export", "Tea", "-o", "/nowhere/x.md").status == .exited(5))
        #expect(try await stage.run("export").status == .exited(2))
    }

    @Test func `What is left out of an import is told, and is a status`() async throws {
        let stage = try await Stage()
        let input = #"""
            [{"messages":[{"role":"user","content":"Q"}]},
             {"messages":[{"role":"user"}]}]
            """#
        let (status, _, errors) = try await stage.run("import", "-", input: input)
        #expect(status == .exited(1))
        #expect(errors.contains("1 thing was left out."))
        let json = try await stage.run("import", "-", "--json", "--dry-run", input: input)
        let report = try JSONDecoder().decode(Report.self, from: Data(json.output.utf8))
        #expect(report.problems.count { $0.is_loss } == 1)
        #expect(try await stage.run("import", "-", input: "no transcript").status == .exited(2))
    }

    @Test func `A long input comes through a pipe`() async throws {
        let stage = try await Stage()
        let text = String(repeating: "word ", count: 400)
        let messages = (0..<1_000).map { #"{"role":"user","content":"\#($0) \#(text)"}"# }
        let input = "[\(messages.joined(separator: ","))]"
        let imported = try await stage.run("import", "-", input: input)
        #expect(imported.status == .exited(0), "\(imported.errors)")
        #expect(imported.errors.contains("Brought in 1 session with 1000 messages."))
    }

    private struct Report: Decodable {
        struct Problem: Decodable {
            var is_loss: Bool
        }
        var problems: [Problem]
    }

    @Test func `Sessions that were not used for long are cleaned up`() async throws {
        let stage = try await Stage()
        _ = try await stage.run("Tea")
        let none = try await stage.run("--clean", "1", "--yes")
        #expect(none.status == .exited(0))
        #expect(none.errors.contains("No session was unused for so long."))
        #expect(try await stage.run("--clean", "0").status == .exited(2))
        let endless = try await stage.run("--clean", "1e300", "--yes")
        #expect(endless.status == .exited(2))
        #expect(endless.errors.contains("more than 0, less than 10000000"))
        let old =
            #"{"metadata":{"name":"Old"},"messages":"#
            + #"[{"role":"user","content":"Q","timestamp":1500000000}]}"#
        _ = try await stage.run("import", "-", input: old)
        let refused = try await stage.run("--clean", "24")
        #expect(refused.status == .exited(2))
        #expect(refused.errors.contains("--yes"))
        let cleaned = try await stage.run("--clean", "24", "--yes")
        #expect(cleaned.status == .exited(0), "\(cleaned.errors)")
        #expect(cleaned.errors.contains("1 session moved into the trash"))
        #expect(try await stage.run("trash").output.contains("Old"))
        #expect(try await stage.run("undelete", "Old").status == .exited(0))
        #expect(try await stage.run("delete", "--purge", "--yes", "Old").status == .exited(0))
        #expect(try await stage.run("history", "Old").status == .exited(5))
    }
}
