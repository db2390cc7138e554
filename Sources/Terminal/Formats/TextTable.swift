/// Rows and columns of text, aligned by the cells that they take on a terminal.
package struct TextTable: Sendable {
    /// On which side of its column a text stands.
    package enum Alignment: Hashable, Sendable {
        /// On the left.
        case leading
        /// On the right, as numbers.
        case trailing
    }

    /// The title of a column, and how it is laid out.
    package struct Column: Hashable, Sendable {
        /// The title; a table in which no column has one has no title line.
        package let title: String
        /// On which side the texts stand.
        package let alignment: Alignment
        /// Whether the column gives way first when the terminal is narrow.
        package let isFlexible: Bool

        /// Describes a column.
        package init(
            _ title: String = "", alignment: Alignment = .leading, isFlexible: Bool = false
        ) {
            self.title = title
            self.alignment = alignment
            self.isFlexible = isFlexible
        }
    }

    /// A text in the table, and what it means.
    package struct Cell: Hashable, Sendable, ExpressibleByStringLiteral {
        /// The text, clean and on one line.
        let text: String
        /// What the text means.
        let style: Style?

        /// Makes a cell; what could disturb the line is made visible.
        package init(_ text: String, as style: Style? = nil) {
            self.text = Sanitizer.cleanLine(text)
            self.style = style
        }

        /// Makes a cell without a meaning of its own.
        package init(stringLiteral text: String) {
            self.init(text)
        }
    }

    /// The columns, from left to right.
    let columns: [Column]
    /// The rows, each with a cell for every column.
    private(set) var rows: [[Cell]]

    /// Makes a table; a row with too few cells is filled up with empty ones.
    package init(_ columns: [Column], rows: [[Cell]] = []) {
        self.columns = columns
        self.rows = []
        rows.forEach { append($0) }
    }

    /// Adds a row at the end.
    package mutating func append(_ row: [Cell]) {
        let missing = max(0, columns.count - row.count)
        rows.append(Array(row.prefix(columns.count)) + Array(repeating: "", count: missing))
    }
}
