import Evidence

/// Hands the hits of an answer to a function, a page at a time.
typealias HitPages = (_ body: ([FoundHit]) throws -> Void) throws -> Void

/// Writes the answer to a search in one form, a page of hits at a time, because an answer may be larger than memory.
protocol HitWriter {
    /// Writes the whole answer; `answer` is its first page.
    func write(_ answer: SearchResponse, pages: HitPages, to sink: TextSink) throws
}

/// Ids alone, each with an end of line, or with NUL for `xargs -0`.
struct IDWriter: HitWriter {
    let end: String

    func write(_ answer: SearchResponse, pages: HitPages, to sink: TextSink) throws {
        try pages { page in try sink.write(page.map { $0.hit.id + end }.joined()) }
    }
}

/// csv and tsv.
struct DelimitedWriter: HitWriter {
    let form: Delimited
    let fields: [HitField]

    func write(_ answer: SearchResponse, pages: HitPages, to sink: TextSink) throws {
        try sink.write(form.header(fields.map(\.rawValue)))
        try pages { page in
            try sink.write(page.map { hit in form.row(fields.map { $0.cell(of: hit) }) }.joined())
        }
    }
}

/// A table of Markdown, for chosen fields.
struct MarkdownTableWriter: HitWriter {
    let fields: [HitField]

    func write(_ answer: SearchResponse, pages: HitPages, to sink: TextSink) throws {
        try sink.write(Table(name: "hits", columns: fields.map(\.rawValue), rows: []).markdown)
        try pages { page in
            try sink.write(page.map { hit in Markdown.row(fields.map { $0.cell(of: hit).plain }) }.joined())
        }
    }
}

/// Quotations ready to paste, each with its citation.
struct MarkdownWriter: HitWriter {
    func write(_ answer: SearchResponse, pages: HitPages, to sink: TextSink) throws {
        let understood = Markdown.escaped(answer.query.understood)
        let total = answer.total
        try sink.write("**\(understood)**: \(total.n.grouped) of \(total.of.of("paragraph"))\n")
        try pages { page in try sink.write(page.map(quotations).joined()) }
    }

    /// A hit between its neighbours.
    private func quotations(of found: FoundHit) -> String {
        let hits = (found.context?.before ?? []) + [found.hit] + (found.context?.after ?? [])
        return hits.map { "\n" + Citation(hit: $0, index: found.index).quotation }.joined()
    }
}
