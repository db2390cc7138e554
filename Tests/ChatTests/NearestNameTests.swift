import Testing

@testable import Chat

struct NearestNameTests {
    @Test(arguments: [
        ("", "", 0), ("a", "", 1), ("", "abc", 3), ("abc", "abc", 0), ("abc", "abd", 1),
        ("abc", "acb", 1), ("kitten", "sitting", 3), ("temprature", "temperature", 1),
        ("naïve", "naive", 1),
    ])
    func `The distance is the number of slips`(_ left: String, _ right: String, _ slips: Int) {
        #expect(NearestName.distance(Array(left), Array(right)) == slips)
        #expect(NearestName.distance(Array(right), Array(left)) == slips)
    }

    @Test(arguments: [
        ("hlep", "help"), ("halp", "help"), ("HELP", "help"), ("brnach", "branch"),
        ("sesions", "sessions"), ("exprot", "export"), ("q", nil), ("x", nil), ("zzz", nil),
        ("hope", nil), ("", nil),
    ])
    func `The nearest name is suggested, and nothing far from all`(_ typed: String, _ name: String?)
    {
        let names = ["help", "branch", "sessions", "export", "go"]
        #expect(NearestName.of(typed, among: names) == name)
    }

    @Test func `Of two that are as near the first wins`() {
        #expect(NearestName.of("lost", among: ["last", "list"]) == "last")
    }
}
