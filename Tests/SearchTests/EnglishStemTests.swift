import TestSupport
import Testing

@testable import Search

@Suite struct EnglishStemTests {
    private func stem(_ word: String) -> String {
        String(decoding: EnglishStem(word.utf8).bytes, as: UTF8.self)
    }

    /// Words that go together.
    private static let families: [[String]] = [
        ["run", "running"], ["code", "codes", "coded", "coding"],
        ["test", "tests", "tested", "testing"], ["make", "makes", "making"],
        ["use", "uses", "used", "using"], ["query", "queries", "queried", "querying"],
        ["party", "parties"], ["movie", "movies"], ["class", "classes"], ["match", "matches"],
        ["box", "boxes", "boxed"], ["cache", "caches", "cached", "caching"],
        ["plan", "plans", "planned", "planning"], ["plane", "planes"], ["hop", "hopping"],
        ["hope", "hoping", "hoped"], ["embed", "embedding", "embeddings", "embedded"],
        ["control", "controlled", "controls"], ["install", "installed", "installing"],
        ["create", "created", "creating"], ["delete", "deleted"], ["image", "images", "imaging"],
        ["agree", "agreed", "agreeing"], ["log", "logs", "logged", "logging"],
        ["gpu", "gpus"], ["api", "apis"], ["status", "statuses"], ["die", "dies", "died"],
        ["play", "played", "plays"], ["sing", "singing"], ["string", "strings"],
        ["table", "tables"], ["fix", "fixes", "fixed", "fixing"], ["exceed", "exceeding"],
    ]

    @Test(arguments: families)
    func `Plurals and verb endings are left out`(_ family: [String]) {
        #expect(Set(family.map(stem)).count == 1, "\(family.map(stem))")
    }

    @Test(arguments: [
        ("party", "part"), ("code", "cod"), ("car", "care"), ("not", "note"), ("plan", "plane"),
        ("hop", "hope"), ("bus", "bu"), ("this", "the"), ("string", "str"), ("need", "ne"),
        ("being", "be"), ("evening", "even"), ("query", "quer"), ("file", "fill"),
    ])
    func `Words of another meaning stay apart`(_ one: String, _ other: String) {
        #expect(stem(one) != stem(other))
    }

    @Test(arguments: [
        "is", "as", "bus", "ids", "redis", "analysis", "speed", "größes", "v4ss", "日本s",
    ])
    func `Short words and those that only look inflected stay as they are`(_ word: String) {
        #expect(stem(word) == word)
    }

    @Test func `Every word begins with the core of its stem`() {
        var generator = SeededGenerator(seed: 7)
        let endings = [
            "", "s", "es", "ies", "ed", "ied", "eed", "ing", "e", "ie", "y", "ll", "sses",
        ]
        for _ in 0..<20_000 {
            let count = Int.random(in: 0...6, using: &generator)
            let root = (0..<count).map { _ in
                generator.pick(["a", "e", "i", "y", "n", "s", "l", "t"])
            }
            let word = Array((root.joined() + generator.pick(endings)).utf8)
            let stem = EnglishStem(word)
            #expect(word.starts(with: stem.core))
            #expect(stem.bytes.starts(with: stem.core))
            #expect(word.isEmpty || !stem.core.isEmpty)
        }
    }
}
