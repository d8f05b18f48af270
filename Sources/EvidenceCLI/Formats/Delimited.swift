/// Rows of cells with something between them.
enum Delimited {
    /// RFC 4180: commas, lines that end in CR LF, quotes where they are needed.
    case csv(hasMark: Bool)
    /// Tabs, lines that end in LF; a tab or line feed inside a cell is a space.
    case tsv(hasMark: Bool)

    /// A whole table with its header.
    func table(_ table: Table) -> String {
        header(table.columns) + table.rows.map { row($0) }.joined()
    }

    /// The first line, behind the byte order mark where one is wanted.
    func header(_ columns: [String]) -> String { mark + row(columns.map { Cell.text($0) }) }

    /// One line.
    func row(_ cells: [Cell]) -> String {
        switch self {
        case .csv: cells.map(Self.quoted).joined(separator: ",") + "\r\n"
        case .tsv: cells.map { Self.flat($0.plain) }.joined(separator: "\t") + "\n"
        }
    }

    private var mark: String {
        switch self {
        case .csv(hasMark: true), .tsv(hasMark: true): "\u{FEFF}"
        default: ""
        }
    }

    /// A cell in quotes where it needs them.
    ///
    /// A spreadsheet would calculate a text that begins with `=`, `+`, `-`, `@`, a tab or a CR; an apostrophe
    /// before it keeps it text (OWASP, CSV injection). Numbers are left alone.
    private static func quoted(_ cell: Cell) -> String {
        var text = cell.plain
        if cell.isText, let first = text.utf8.first, "=+-@\t\r".utf8.contains(first) { text = "'" + text }
        guard text.utf8.contains(where: { "\",\r\n".utf8.contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    private static func flat(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 }) else { return text }
        return String(
            decoding: text.utf8.map { "\t\r\n".utf8.contains($0) ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
    }
}

extension Cell {
    fileprivate var isText: Bool {
        switch self {
        case .text, .list: true
        case .number, .decimal, .truth, .none: false
        }
    }
}
