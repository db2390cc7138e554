import TOMLKit

/// The text of a file in TOML, taken apart.
///
/// The one door to the library that reads TOML.
struct TOMLDocument {
    /// Where a text is not TOML, and why.
    struct SyntaxError: Error, Hashable {
        /// The line, from 1.
        let line: Int
        /// The column, from 1.
        let column: Int
        /// What is wrong.
        let words: String
    }

    /// The values, sorted by their names.
    let entries: [TOMLEntry]
    private let text: String

    /// Reads a text.
    init(_ text: String) throws(SyntaxError) {
        self.text = text
        // The library takes a text that ends at a zero byte, and would pass over the rest.
        if let line = Self.lineOfZero(in: text) {
            throw SyntaxError(line: line, column: 1, words: "There is a zero byte in this line")
        }
        entries = Self.entries(of: try Self.table(of: text), under: [])
    }

    /// The lines on which tables and keys begin, from 1; tables of a list go by number, from 0.
    ///
    /// The library does not tell, so the text is read line by line: what a beginning of it does
    /// not hold yet, and the next beginning that is TOML does, was written between the two.
    var lines: [[String]: Int] {
        var lines: [[String]: Int] = [:]
        var beginning = ""
        var start = 1
        for (index, line) in text.split(
            separator: "\n", omittingEmptySubsequences: false
        ).enumerated() {
            beginning += line + "\n"
            if start == index + 1, Self.isRemark(line) {
                start += 1
                continue
            }
            guard let table = try? Self.table(of: beginning) else { continue }
            for path in Self.paths(of: table, under: []) where lines[path] == nil {
                lines[path] = start
            }
            start = index + 2
        }
        return lines
    }

    /// Whether a line, at which a key may begin, holds none.
    private static func isRemark(_ line: Substring) -> Bool {
        let first = line.first { !$0.isWhitespace }
        return first == nil || first == "#"
    }

    private static func lineOfZero(in text: String) -> Int? {
        guard let zero = text.utf8.firstIndex(of: 0) else { return nil }
        return text.utf8[..<zero].count { $0 == 0x0A } + 1
    }

    private static func table(of text: String) throws(SyntaxError) -> TOMLTable {
        do {
            return try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            let place = error.source.begin
            throw SyntaxError(line: place.line, column: place.column, words: error.description)
        } catch {
            throw SyntaxError(line: 1, column: 1, words: "\(error)")
        }
    }

    private static func entries(of table: TOMLTable, under path: [String]) -> [TOMLEntry] {
        table.keys.sorted().flatMap { name -> [TOMLEntry] in
            guard let value = table[name] else { return [] }
            if let inner = value.table, !inner.isEmpty {
                return entries(of: inner, under: path + [name])
            }
            return [TOMLEntry(path: path + [name], value: Self.value(of: value))]
        }
    }

    private static func paths(of table: TOMLTable, under path: [String]) -> [[String]] {
        table.keys.flatMap { name in
            let own = path + [name]
            let inside = tables(in: table[name]?.array)?.enumerated().flatMap { index, table in
                [own + ["\(index)"]] + paths(of: table, under: own + ["\(index)"])
            }
            return [own] + (table[name]?.table.map { paths(of: $0, under: own) } ?? inside ?? [])
        }
    }

    private static func value(of value: any TOMLValueConvertible) -> TOMLEntry.Value {
        switch value.type {
        case .string: value.string.map { .text($0) } ?? .other
        case .int: value.int.map { .integer($0) } ?? .other
        case .double: value.double.map { .number($0) } ?? .other
        case .bool: value.bool.map { .boolean($0) } ?? .other
        case .array:
            value.array.flatMap(texts).map { .texts($0) }
                ?? tables(in: value.array).map { .tables($0.map { entries(of: $0, under: []) }) }
                ?? .other
        case .table: .emptyTable
        case .date, .time, .dateTime: .other
        }
    }

    private static func tables(in array: TOMLArray?) -> [TOMLTable]? {
        guard let array else { return nil }
        let tables = (0..<array.count).compactMap { array[$0].table }
        return tables.count == array.count ? tables : nil
    }

    private static func texts(of array: TOMLArray) -> [String]? {
        let texts = (0..<array.count).compactMap { array[$0].string }
        return texts.count == array.count ? texts : nil
    }
}
