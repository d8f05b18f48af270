import Evidence

/// Writes the answer to a search in one form, hit by hit, so that its size doesn't matter.
protocol HitWriter {
    /// What stands before the hits; `answer` is the first page.
    func begin(_ answer: SearchResponse) -> String
    /// A hit.
    func hit(_ found: FoundHit, isFirst: Bool) -> String
    /// What stands behind `count` hits.
    func end(_ answer: SearchResponse, count: Int) -> String
}

/// Ids alone, each with an end of line, or with NUL for `xargs -0`.
struct IDWriter: HitWriter {
    let end: String

    func begin(_ answer: SearchResponse) -> String { "" }
    func hit(_ found: FoundHit, isFirst: Bool) -> String { found.hit.id + end }
    func end(_ answer: SearchResponse, count: Int) -> String { "" }
}

/// csv and tsv.
struct DelimitedWriter: HitWriter {
    let form: Delimited
    let fields: [HitField]

    func begin(_ answer: SearchResponse) -> String { form.header(fields.map(\.rawValue)) }
    func hit(_ found: FoundHit, isFirst: Bool) -> String { form.row(fields.map { $0.cell(of: found) }) }
    func end(_ answer: SearchResponse, count: Int) -> String { "" }
}

/// A table of Markdown, for chosen fields.
struct MarkdownTableWriter: HitWriter {
    let fields: [HitField]

    func begin(_ answer: SearchResponse) -> String {
        Table(name: "hits", columns: fields.map(\.rawValue), rows: []).markdown
    }

    func hit(_ found: FoundHit, isFirst: Bool) -> String {
        "| " + fields.map { Markdown.escaped($0.cell(of: found).plain) }.joined(separator: " | ") + " |\n"
    }

    func end(_ answer: SearchResponse, count: Int) -> String { "" }
}

/// Quotations ready to paste, each with its citation.
struct MarkdownWriter: HitWriter {
    func begin(_ answer: SearchResponse) -> String {
        let total = answer.total
        return """
            **\(Markdown.escaped(answer.query.understood))**: \(total.n.grouped) of \
            \(total.of.of("paragraph"))

            """
    }

    func hit(_ found: FoundHit, isFirst: Bool) -> String {
        let before = (found.context?.before ?? []).map { quotation(of: $0, found.index) }
        let after = (found.context?.after ?? []).map { quotation(of: $0, found.index) }
        return (before + [quotation(of: found.hit, found.index)] + after).joined()
    }

    func end(_ answer: SearchResponse, count: Int) -> String { "" }

    private func quotation(of hit: Hit, _ index: IndexDescription) -> String {
        "\n" + Citation(hit: hit, index: index).quotation
    }
}
