import Testing

@testable import PrivateRedis

struct LogReportTests {
    private static func report(_ lines: String...) -> LogReport {
        LogReport(Array(lines.map { "4711:M 23 Nov 2026 23:40:48.999 # \($0)\n" }.joined().utf8))
    }

    @Test(arguments: [
        ("4711:M 23 Nov 2026 23:40:48.999 # Bad file format.\n", "Bad file format"),
        ("first\n>>> 'port x'\nargument must be an integer\n\n", "argument must be an integer"),
        ("4711:M 23 Nov\n", "4711:M 23 Nov"),
    ])
    func `The last line that says something is told without its time`(log: String, line: String) {
        #expect(LogReport(Array(log.utf8)).lastLine == line)
    }

    @Test func `An empty log says nothing`() {
        for text in ["", "\n\n"] {
            let report = LogReport(Array(text.utf8))
            #expect(report.lastLine == nil)
            #expect(report.trouble == nil)
            #expect(report.cut == nil)
            #expect(!report.isReady)
        }
    }

    @Test(arguments: [
        "Fail to fsync the AOF manifest file: No space left on device.",
        "Error writing to the AOF file: Disk quota exceeded",
        "Short write while writing to the AOF file: (nwritten=40040, expected=100033)",
    ])
    func `A full disk is recognised`(line: String) {
        let report = Self.report(
            line,
            "Can't recover from AOF write error when the AOF fsync policy is 'always'. Exiting")
        #expect(report.trouble == .diskFull)
    }

    @Test func `A disk that was full long ago is not told`() {
        let later = (1...10).map { "4711:M 23 Nov 2026 23:40:48.999 * Line \($0)\n" }.joined()
        let log = "4711:M 23 Nov 2026 23:40:48.999 # No space left on device\n" + later
        #expect(LogReport(Array(log.utf8)).trouble == nil)
    }

    @Test func `Data of a newer server are recognised`() {
        let base = Self.report(
            "Can't handle RDB format version 99",
            "Error reading the RDB base file appendonly.aof.1.base.rdb, AOF loading aborted",
            "Unrecoverable error reading the append only file appendonly.aof.1.base.rdb: Invalid")
        #expect(base.trouble == .tooNew("Can't handle RDB format version 99"))
        let command = Self.report(
            "Unknown command 'HEXPIRE' reading the append only file appendonly.aof.1.incr.aof")
        #expect(command.trouble == .tooNew("Unknown command HEXPIRE"))
        let noise = Self.report("Unknown command '\u{1B}[2J7' reading the append only file x.aof")
        #expect(noise.trouble == .damaged("Unknown command"))
    }

    @Test(arguments: [
        "Bad file format reading the append only file x.aof",
        "Unexpected end of file reading the append only file x.aof",
        "Fatal error: the truncated file is not the last file",
        "Unable to obtain the AOF file x.aof length. stat: No such file or directory",
        "Invalid AOF manifest file format",
    ])
    func `Damaged data are recognised, without advice that names no path`(line: String) {
        let advice = ": make a backup of your AOF file, then use ./redis-check-aof --fix <name>"
        #expect(Self.report(line + advice).trouble == .damaged(line))
    }

    @Test func `What was cut off is read, and when the data are loaded`() {
        let report = Self.report(
            "!!! Warning: short read while loading the AOF file x.incr.aof!!!",
            "!!! Truncating the AOF x.incr.aof at offset 50 !!!")
        #expect(report.cut == LogReport.Cut(file: "x.incr.aof", offset: 50))
        #expect(!report.isReady)
        #expect(Self.report("The server is now ready to accept connections at /x").isReady)
        #expect(Self.report("Ready to accept connections unix").isReady)
    }
}
