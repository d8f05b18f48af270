/// How many paragraphs of an answer fall under each pair of values of two facets.
public struct CrossTable: Equatable, Sendable {
    /// The two facets of a table.
    public struct Fields: Equatable, Sendable {
        /// The facet of the rows.
        public var rows: FacetField
        /// The facet of the columns.
        public var columns: FacetField

        /// The first facet by the second; `nil` if there are not two.
        init?(_ fields: [FacetField]) {
            guard fields.count == 2 else { return nil }
            (rows, columns) = (fields[0], fields[1])
        }
    }

    /// The values of the rows; each `n` is the row's total.
    public var rows: Facet
    /// The values of the columns; each `n` is the column's total.
    public var columns: Facet
    /// The paragraphs of each row, by column.
    ///
    /// A row of a facet that a paragraph can have several values of, or none, adds up to another number than its
    /// total: that counts each paragraph once.
    public var counts: [[Int]]
    /// How many of them hold the words in the sentences of the row's, or column's, group; `nil` without words, and
    /// where neither facet is who said it.
    public var inTheirWords: [[Int]]?

    /// A table with all its members.
    public init(rows: Facet, columns: Facet, counts: [[Int]], inTheirWords: [[Int]]?) {
        self.rows = rows
        self.columns = columns
        self.counts = counts
        self.inTheirWords = inTheirWords
    }
}

extension CrossTable: JSONWritable, JSONReadable {
    /// Writes the table as `evidence/1` has it.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("rows"); json.value(rows.field.rawValue)
            json.name("columns"); json.value(columns.field.rawValue)
            json.name("row_values"); json.array(rows.counts) { $1.write(to: &$0) }
            json.name("column_values"); json.array(columns.counts) { $1.write(to: &$0) }
            json.name("counts"); json.value(counts)
            json.name("row_totals"); json.array(rows.counts) { $0.value($1.n) }
            json.name("column_totals"); json.array(columns.counts) { $0.value($1.n) }
            json.name("in_their_words")
            if let inTheirWords { json.value(inTheirWords) } else { json.null() }
        }
    }

    /// Reads a table from the wire.
    public init(reading json: JSONValue) throws(JSONError) {
        self.init(
            rows: Facet(
                field: try json.member("rows"), counts: try json.member("row_values")),
            columns: Facet(
                field: try json.member("columns"), counts: try json.member("column_values")),
            counts: try json.member("counts"),
            inTheirWords: try json.memberIfPresent("in_their_words"))
    }
}

extension JSONWriter {
    fileprivate mutating func value(_ rows: [[Int]]) {
        array(rows) { json, row in json.array(row) { $0.value($1) } }
    }
}
