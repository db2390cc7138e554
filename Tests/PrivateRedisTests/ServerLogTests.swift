import Testing

@testable import PrivateRedis

struct ServerLogTests {
    @Test(arguments: [
        ("4711:M 23 Nov 2026 23:40:48.999 # Bad file format.\n", "Bad file format"),
        ("first\n>>> 'port x'\nargument must be an integer\n\n", "argument must be an integer"),
        ("4711:M 23 Nov\n", "4711:M 23 Nov"),
    ])
    func `The last line that says something is told without its time`(log: String, line: String) {
        #expect(ServerLog.lastLine(of: Array(log.utf8)) == line)
    }

    @Test func `An empty log says nothing`() {
        #expect(ServerLog.lastLine(of: []) == nil)
        #expect(ServerLog.lastLine(of: Array("\n\n".utf8)) == nil)
    }
}
