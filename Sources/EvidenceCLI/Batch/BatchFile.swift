import Evidence

/// The queries of a batch.
struct BatchFile {
    /// A query with its filters, as parameters of a search.
    struct Row: Equatable {
        /// Counts from 1.
        var number: Int
        var parameters: [String: String]

        var query: String { parameters["q"] ?? "" }
    }

    let rows: [Row]

    /// The parameters that a column may give, besides the query.
    private static let known = Parameter.names(of: Parameter.columns).filter { $0 != "q" }

    /// Reads a file: csv with a header, or a query a line; empty lines and those that begin with # are skipped.
    init(bytes: [UInt8], name: String, isCSV: Bool) throws {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw Failure(ExitStatus.usage, "\(name) is not UTF-8")
        }
        if isCSV {
            do {
                rows = try Self.rows(ofCSV: bytes, name: name)
            } catch let fault as CSVReader.Fault {
                throw Failure(ExitStatus.usage, "\(name):\(fault.line): \(fault.message)")
            }
        } else {
            let lines = String(decoding: bytes, as: UTF8.self).split { $0.isNewline }.map(\.trimmed)
            rows = lines.filter { !$0.isEmpty && !$0.hasPrefix("#") }.enumerated().map { index, line in
                Row(number: index + 1, parameters: ["q": line])
            }
        }
    }

    private static func rows(ofCSV bytes: [UInt8], name: String) throws -> [Row] {
        var reader = CSVReader(bytes)
        guard let header = try reader.next() else { return [] }
        let columns = try header.cells.map { try parameter(of: $0, file: name) }
        if let twice = Set(columns).first(where: { name in columns.count { $0 == name } > 1 }) {
            throw Failure(ExitStatus.usage, "\(name): the column “\(twice)” stands there twice")
        }
        var rows: [Row] = []
        while let row = try reader.next() {
            guard row.cells.count == columns.count else {
                throw CSVReader.Fault(
                    line: row.line,
                    message: "\(row.cells.count.of("cell")) under \(columns.count.of("column"))")
            }
            let given = zip(columns, row.cells).filter { !$1.trimmed.isEmpty }
            rows.append(
                Row(number: rows.count + 1, parameters: Dictionary(uniqueKeysWithValues: given)))
        }
        return rows
    }

    /// The parameter that a column gives: `query`, or a name with spaces, hyphens or underscores.
    private static func parameter(of column: String, file: String) throws -> String {
        let name = underscored(column.trimmed.replacing(" ", with: "_"))
        if name == "query" || name == "q" { return "q" }
        let parameter = FilterName(name)?.parameter ?? name
        guard known.contains(parameter) else {
            throw Failure(
                ExitStatus.usage, "\(file): there is no column “\(column)”",
                hint: "the columns are query, \(known.joined(separator: ", "))")
        }
        return parameter
    }
}
