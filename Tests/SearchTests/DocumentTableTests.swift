import Chat
import Testing

@testable import Search

@Suite struct DocumentTableTests {
    private func row(_ session: UInt32, _ time: Int64 = 1_700_000_000_123_456) -> DocumentTable.Row
    {
        DocumentTable.Row(
            session: session, print: 0xDEAD_BEEF, timestamp: Timestamp(microseconds: time),
            length: 77)
    }

    @Test func `A row is read as it was written`() {
        let row = row(70_000)
        #expect(row.bytes.count == DocumentTable.rowSize)
        #expect(DocumentTable.Row(row.bytes) == row)
        #expect(DocumentTable.Row(Array(repeating: 0, count: 16)) == nil)
        #expect(DocumentTable.Row([1, 2]) == nil)
    }

    @Test func `Rows are found on whatever page they are`() {
        var table = DocumentTable()
        for document in [1, 4095, 4096, 20_000] as [UInt32] {
            table.set(row(document), of: document)
        }
        #expect(table[4095]?.session == 4095 && table[4096]?.session == 4096)
        #expect(table.length(of: 20_000) == 77)
        #expect(table[2] == nil && table[5000] == nil && table[1_000_000] == nil)
        #expect(table.length(of: 1_000_000) == 0)
        var seen: [UInt32] = []
        table.forEach { document, _ in seen.append(document) }
        #expect(seen == [1, 4095, 4096, 20_000])
        #expect(table.pageNumbers == [0, 1, 4])
    }

    @Test func `A row that is taken away is of no message`() {
        var table = DocumentTable()
        table.set(row(3), of: 9)
        table.set(nil, of: 9)
        #expect(table[9] == nil)
        table.set(page: 2, row(5).bytes)
        #expect(table[8192]?.session == 5)
    }
}
