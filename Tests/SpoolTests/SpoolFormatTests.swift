import Chat
import TestSupport
import Testing

@testable import Spool

@Suite struct SpoolFormatTests {
    private static let id = SessionID.random()
    private static let at = Timestamp(microseconds: 1_760_000_000_000_001)
    private static let image = MessageImage([0, 255, 10, 13])
    private static let turn = SpoolEntry.Turn(
        id: .random(), anchor: at,
        owner: TurnOwner(run: "r", machine: "m", host: "h", process: 1, startedAt: 2))
    private static let old = StoredMessage(
        number: 3, timestamp: at, message: .assistant("old", state: .interrupted),
        member: Array("{\"odd\": \u{1F600}}".utf8) + [0xFF])

    private static let actions: [SpoolEntry.Action] = [
        .create(
            NewSession(
                id: id, name: "N\nn", systemPrompt: "S", model: "m",
                options: ["seed": .integer(1), "stop": .texts(["a"])], messages: [.user("Q")])),
        .change([
            .name("x"), .model("y"), .options(["top_p": .number(0.5)]), .timeToLive(.forever),
            .pinned(true),
            .summary(
                SessionSummary(
                    text: "gist", through: Timestamp(microseconds: 1_000_001), lastNumber: 3,
                    model: "tiny")),
            .choices(ContextChoices(always: [at], never: [Timestamp(microseconds: 5)])),
        ]
        ),
        .begin(TurnRequest(turn: turn.id, question: .user("Q"), lastSeen: nil, model: "m")),
        .begin(
            TurnRequest(
                turn: turn.id, question: .user("Q", with: [image]), images: [image], lastSeen: nil,
                model: "m")),
        .draft(turn, DraftAddition(textOffset: 2, text: "é", thinkingOffset: 1, thinking: "t")),
        .finish(turn, .assistant("A"), .append, sessionName: nil),
        .finish(turn, .assistant("A"), .instead(of: old), sessionName: "N"),
        .finish(turn, .assistant("A"), .inPlace(of: old), sessionName: "N"),
        .abandon(turn),
    ]

    private func lines(_ actions: [SpoolEntry.Action]) throws -> [UInt8] {
        try actions.enumerated().flatMap { number, action in
            let entry = SpoolEntry(Self.id, at: Self.at, action)
            return try SpoolFormat.line(SpoolRecord(entry, number: number))
        }
    }

    private func read(_ bytes: [UInt8]) -> (entries: [SpoolEntry], damaged: Int) {
        let content = SpoolContent(bytes)
        return (content.entries.map(\.entry), content.damaged)
    }

    @Test func `Every kind of entry is read as it was written`() throws {
        let (entries, damaged) = read(try lines(Self.actions))
        #expect(entries.map(\.action) == Self.actions)
        #expect(entries.allSatisfy { $0.session == Self.id && $0.at == Self.at })
        #expect(damaged == 0)
    }

    @Test func `What became of entries is read as it was written`() throws {
        let told = ToldEntry(messages: [Self.at: Self.old], turn: Self.turn)
        let bytes =
            try lines(Self.actions) + SpoolFormat.line(SpoolRecord(told, of: 4))
            + SpoolFormat.line(SpoolRecord(over: [2, 3]))
        let content = SpoolContent(bytes)
        #expect(content.entries.map(\.number) == Array(Self.actions.indices))
        #expect(content.told == [4: told])
        #expect(content.over == [2, 3])
        #expect(content.damaged == 0)
    }

    @Test func `The checksum is that of RFC 3720`() {
        #expect(CRC32C.of(Array("123456789".utf8)) == 0xE306_9283)
        #expect(CRC32C.of([UInt8](repeating: 0, count: 32)) == 0x8A91_36AA)
    }

    @Test func `A file that was cut anywhere has all whole records`() throws {
        let bytes = try lines(Self.actions)
        let ends = bytes.indices.filter { bytes[$0] == 0x0A }
        for end in bytes.indices {
            let whole = ends.count { $0 < end }
            let (entries, damaged) = read(Array(bytes[..<end]))
            // A line without its end was not said yet, and is no damage.
            #expect(entries.count == whole)
            #expect(damaged == 0)
        }
    }

    @Test func `A damaged record hides no other`() throws {
        let bytes = try lines(Self.actions)
        for place in stride(from: 0, to: bytes.count, by: 7) where bytes[place] != 0x0A {
            var damaged = bytes
            damaged[place] ^= 0x04
            let (entries, count) = read(damaged)
            // A byte that becomes a line feed makes two damaged lines of one.
            #expect(entries.count >= Self.actions.count - 2)
            #expect(count >= 1)
        }
    }
}
