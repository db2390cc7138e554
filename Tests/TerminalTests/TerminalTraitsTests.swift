import Terminal
import Testing

struct TerminalTraitsTests {
    private func traits(_ environment: [String: String], isTerminal: Bool = true) -> TerminalTraits
    {
        TerminalTraits(isTerminal: isTerminal, environment: environment, measure: { nil })
    }

    @Test func `Colour needs a capable terminal and a person who wants it`() {
        #expect(traits(["TERM": "xterm"]).hasColour)
        #expect(traits(["TERM": "xterm", "NO_COLOR": ""]).hasColour)
        #expect(!traits(["TERM": "xterm", "NO_COLOR": "1"]).hasColour)
        #expect(!traits(["TERM": "dumb"]).hasColour)
        #expect(!traits([:]).hasColour)
        #expect(!traits(["TERM": "xterm"], isTerminal: false).hasColour)
        #expect(traits(["TERM": "xterm"]).renderer is ANSIRenderer)
        #expect(traits(["TERM": "dumb"]).renderer is PlainRenderer)
    }

    @Test func `Without colour the cursor can still move`() {
        #expect(traits(["TERM": "xterm", "NO_COLOR": "1"]).isCapable)
        #expect(!traits(["TERM": "dumb"]).isCapable)
        #expect(!traits(["TERM": "xterm"], isTerminal: false).isCapable)
    }

    @Test(arguments: [
        ([:], true), (["LANG": "en_GB.UTF-8"], true), (["LANG": "de_DE.utf8"], true),
        (["LANG": "de_DE.UTF-8@euro"], true), (["LANG": "C"], false), (["LANG": "POSIX"], false),
        (["LANG": "en_GB.UTF-8", "LC_ALL": "C"], false),
        (["LANG": "C", "LC_CTYPE": "C.UTF-8", "LC_ALL": ""], true),
        (["LANG": "en_GB.ISO-8859-1"], false),
    ])
    func `The locale says whether more than ASCII can be shown`(
        environment: [String: String], isUTF8: Bool
    ) {
        #expect(traits(environment).isUTF8 == isUTF8)
        #expect(traits(environment).ellipsis == (isUTF8 ? "…" : "..."))
    }

    @Test func `The width of a terminal is asked anew each time`() throws {
        let terminal = try #require(PseudoTerminal())
        let traits = TerminalTraits(
            of: terminal.descriptor, environment: ["TERM": "xterm", "COLUMNS": "33"])
        #expect(traits.isTerminal)
        #expect(traits.columns == 33)
        terminal.resize(columns: 120)
        #expect(traits.columns == 120)
        terminal.resize(columns: 40)
        #expect(traits.columns == 40)
    }

    @Test func `A terminal that does not say its width has eighty columns`() throws {
        let terminal = try #require(PseudoTerminal())
        for environment in [[:], ["COLUMNS": "0"], ["COLUMNS": "wide"]] {
            #expect(TerminalTraits(of: terminal.descriptor, environment: environment).columns == 80)
        }
    }

    @Test func `A pipe has no width, whatever the environment says`() throws {
        let pipe = try #require(Pipe())
        let traits = TerminalTraits(of: pipe.writeEnd, environment: ["COLUMNS": "80"])
        #expect(!traits.isTerminal)
        #expect(traits.columns == nil)
    }
}
