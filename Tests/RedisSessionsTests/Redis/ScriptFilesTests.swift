import PlatformFoundation
import Redis
import RedisSessions
import Testing

@Suite struct ScriptFilesTests {
    private static let sources =
        #filePath.replacing("/Tests/RedisSessionsTests/Redis/ScriptFilesTests.swift", with: "")
        + "/Sources/RedisSessions"

    @Test func `Every script file is one of the scripts`() throws {
        let files = try FileManager.default.contentsOfDirectory(
            atPath: "\(Self.sources)/Scripts")
        let scripts = SessionScripts.all + IndexScripts.all
        let names = scripts.map { "\($0.name).lua" } + ["common.lua"]
        #expect(files.sorted() == names.sorted())
    }

    @Test func `Every script says what it takes and gives`() {
        for script in SessionScripts.all {
            let source = String(decoding: script.source, as: UTF8.self)
            #expect(source.contains("\n-- \(script.name).lua: "))
            #expect(source.contains("\n-- returns  {'"))
        }
        for script in IndexScripts.all {
            let source = String(decoding: script.source, as: UTF8.self)
            #expect(source.hasPrefix("-- \(script.name).lua: "))
            #expect(source.contains("\n-- KEYS  1 lease"))
            #expect(source.contains("\n-- Returns "))
        }
    }

    @Test func `Key text is made in one file`() throws {
        let folder = Self.sources
        for file in try FileManager.default.contentsOfDirectory(atPath: folder)
        where file.hasSuffix(".swift") && file != "SessionKeys.swift" {
            let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
            for key in [
                "session:", "sessions:", "trash:", "search:", "\":draft", "\":messages", "\":meta",
            ] {
                #expect(!text.contains("\"\(key)"), "\(file) makes a key.")
            }
        }
    }
}
