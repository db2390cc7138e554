import PlatformFoundation
import TestSupport
import Testing

@testable import ChatConfiguration

/// A key that a command sets in a file which a person wrote.
@Suite struct SettingTests {
    private func changed(_ text: String, to value: String = "m") throws -> String {
        let folder = try TemporaryFolder()
        try folder.write(text, to: "config.toml")
        try ConfigurationFile.set(.recallModel, to: value, in: folder.file("config.toml"))
        return try String(contentsOfFile: folder.file("config.toml"), encoding: .utf8)
    }

    @Test(arguments: [
        ("", "search.recall_model = \"m\"\n"),
        ("# mine\nmodel = \"x\"\n", "# mine\nmodel = \"x\"\nsearch.recall_model = \"m\"\n"),
        ("model = \"x\"", "model = \"x\"\nsearch.recall_model = \"m\"\n"),
        (
            "model = \"x\"\n[store]\nurl = \"redis://h\"\n",
            "model = \"x\"\nsearch.recall_model = \"m\"\n[store]\nurl = \"redis://h\"\n"
        ),
        ("[search]\nindex = \"on\"\n", "[search]\nrecall_model = \"m\"\nindex = \"on\"\n"),
        (
            "[search]\nindex = \"on\"\nrecall_model = \"old\"\n",
            "[search]\nindex = \"on\"\nrecall_model = \"m\"\n"
        ),
        ("search.recall_model = \"\"\n", "search.recall_model = \"m\"\n"),
    ])
    func `A key is set where it belongs, and all else stays as it is`(
        before: String, after: String
    ) throws {
        #expect(try changed(before) == after)
    }

    @Test func `Quotes in a value are part of it`() throws {
        #expect(try changed("", to: "a\"b\\c").contains(#""a\"b\\c""#))
    }

    @Test func `A file that only a person should change is left alone`() throws {
        for text in [
            "search = { index = \"on\" }\n", "no toml", "[search]\nrecall_model = '''\n'''\n",
        ] {
            let folder = try TemporaryFolder()
            let path = folder.file("config.toml")
            try folder.write(text, to: "config.toml")
            #expect(throws: ConfigurationError.self) {
                try ConfigurationFile.set(.recallModel, to: "m", in: path)
            }
            #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
        }
    }

    @Test func `The file is made where there is none, with all keys explained`() throws {
        let home = try ConfigurationHome()
        try ConfigurationTemplate.set(.recallModel, to: "m", in: home.path)
        let text = try String(contentsOfFile: home.path, encoding: .utf8)
        #expect(text.contains("# search.index"))
        #expect(text.hasSuffix("search.recall_model = \"m\"\n"))
        #expect(try home.configuration().recallModel == "m")
    }
}
