import Evidence

/// Rows of cells with commas or tabs between them; an end of line or a tab inside a cell is written as a space.
///
/// A spreadsheet would calculate a text that begins with `=`, `+`, `-` or `@`; an apostrophe before it keeps it text
/// (OWASP, CSV injection). Numbers are left alone.
enum Delimited {
    /// RFC 4180: commas, lines that end in CR LF, quotes around cells that need them.
    case csv(hasMark: Bool)
    /// Tabs, lines that end in LF.
    case tsv(hasMark: Bool)

    /// A whole table with its header.
    func table(_ table: Table) -> String {
        header(table.columns) + table.rows.map { row($0) }.joined()
    }

    /// The first line, behind the byte order mark if one is wanted.
    func header(_ columns: [String]) -> String { mark + row(columns.map { Cell.text($0) }) }

    /// One line.
    func row(_ cells: [Cell]) -> String {
        switch self {
        case .csv: cells.map(Self.quoted).joined(separator: ",") + "\r\n"
        case .tsv: cells.map { Self.inert($0, passedOver: " \"") }.joined(separator: "\t") + "\n"
        }
    }

    private var mark: String {
        switch self {
        case .csv(hasMark: true), .tsv(hasMark: true): "\u{FEFF}"
        default: ""
        }
    }

    /// A cell, in quotes if it needs them.
    private static func quoted(_ cell: Cell) -> String {
        let text = inert(cell, passedOver: " ")
        guard text.utf8.contains(where: { "\",".utf8.contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    /// A cell that neither calculates nor drives a terminal.
    ///
    /// A reader may leave out the characters `passedOver` before it looks for a formula: in tsv, which quotes nothing,
    /// some readers take quotation marks off.
    private static func inert(_ cell: Cell, passedOver: String) -> String {
        let text = cell.plain.printable
        guard cell.isText, let first = text.utf8.first(where: { !passedOver.utf8.contains($0) }),
            "=+-@".utf8.contains(first)
        else { return text }
        return "'" + text
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
