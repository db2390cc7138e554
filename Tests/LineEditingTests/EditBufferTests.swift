import Testing

@testable import LineEditing

@Suite struct EditBufferTests {
    private let family = "👨‍👩‍👧"

    @Test(arguments: ["a", "é", "e\u{301}", "日", "👨‍👩‍👧", "🇩🇪", "👍🏽"])
    func `A character is one step, whatever it is made of`(character: String) {
        var buffer = EditBuffer("x\(character)y".unicodeScalars)
        buffer.cursor -= 1
        #expect(buffer.characterStart == 1)
        buffer.cursor = 1
        #expect(buffer.characterEnd == 1 + character.unicodeScalars.count)
    }

    @Test func `Steps go over newlines`() {
        var buffer = EditBuffer("a\n\nb".unicodeScalars)
        buffer.cursor = 2
        #expect(buffer.characterStart == 1)
        #expect(buffer.characterEnd == 3)
        #expect(buffer.lineStart == 2)
        #expect(buffer.lineEnd == 2)
    }

    @Test func `Steps end at the ends`() {
        var buffer = EditBuffer("ab".unicodeScalars)
        #expect(buffer.characterEnd == 2)
        buffer.cursor = 0
        #expect(buffer.characterStart == 0)
    }

    @Test func `Characters before the cursor are replaced`() {
        var buffer = EditBuffer("say \(family)! now".unicodeScalars)
        buffer.cursor -= 4
        buffer.replaceBeforeCursor(characters: 2, with: "ok")
        #expect(String(buffer.scalars) == "say ok now")
        #expect(buffer.head == "say ok")
    }

    @Test func `A cursor inside a character leaves it in the direction it came`() {
        var buffer = EditBuffer("x\(family)y".unicodeScalars)
        buffer.cursor = 2
        buffer.leaveCharacter(comingFrom: 1)
        #expect(buffer.cursor == 6)
        buffer.cursor = 5
        buffer.leaveCharacter(comingFrom: 6)
        #expect(buffer.cursor == 1)
        buffer.leaveCharacter(comingFrom: 6)
        #expect(buffer.cursor == 1)
    }
}
