import Terminal
import Testing

struct StyleTests {
    @Test func `Every style switches off what it switched on`() {
        for style in Style.allCases {
            let text = ANSIRenderer().render("text", as: style)
            #expect(text == "text" || text.hasPrefix("\u{1B}[") && text.hasSuffix("mtext\u{1B}[0m"))
            #expect(ANSIRenderer().render("", as: style) == "")
            #expect(PlainRenderer().render("text", as: style) == "text")
        }
        #expect(ANSIRenderer().render("No.", as: .error) == "\u{1B}[1;31mNo.\u{1B}[0m")
        #expect(ANSIRenderer().render("Yes.", as: .reply) == "Yes.")
    }

    @Test func `Styled texts join`() {
        var text = "There are " + StyledText.emphasis("3")
        text += " sessions."
        #expect(text.plain == "There are 3 sessions.")
        #expect(text.spans.map(\.style) == [nil, .emphasis, nil])
    }
}
