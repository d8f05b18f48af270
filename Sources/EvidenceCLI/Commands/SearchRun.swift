import Evidence

/// One run of `evidence search`: asks, page by page if all hits are wanted, and prints.
struct SearchRun {
    let command: SearchCommand
    let printing: Printing
    let client: Client

    private var shape: ShapeOptions { command.shape }

    /// Prints what was asked for; returns how much was found.
    func run() throws -> SearchResponse.Total {
        if shape.quiet || shape.count { return try count() }
        guard shape.fields == nil || printing.format != .text else { throw Failure.fieldsOfText }
        let body = try page(limit: limit, offset: command.page.offset, facets: counts, generation: nil)
        if printing.format == .json, isPlain {
            let total = try client.decode(body, as: TotalAlone.self).total
            try Output.answer(body + [UInt8(ascii: "\n")])
            return total
        }
        let first = try client.decode(body, as: SearchResponse.self)
        if printing.format == .text, !shape.ids, !shape.all {
            try printing.write(text(first))
        } else {
            try stream(first, with: writer())
        }
        try noticeRest(of: first)
        return first.total
    }

    /// True if the daemon's answer is printed as it came, with members that this version does not know.
    private var isPlain: Bool {
        !shape.all && !shape.ids && shape.fields == nil && !shape.cite && shape.context == nil
    }

    private func count() throws -> SearchResponse.Total {
        let body = try page(limit: 0, offset: nil, facets: PageOptions.noCounts, generation: nil)
        let total = try client.decode(body, as: TotalAlone.self).total
        if shape.count { try Output.answer("\(total.n)\n") }
        return total
    }

    private func text(_ answer: SearchResponse) throws -> [Line] {
        SearchText(
            response: answer, found: try answer.hits.map { try found($0, of: answer) },
            width: printing.terminal.width, offset: command.page.offset ?? 0,
            asked: command.filters.onlyGroup, hasCitations: shape.cite
        ).lines
    }

    /// Prints the hits of the first page and, if all are wanted, of the pages behind it.
    private func stream(_ first: SearchResponse, with writer: any HitWriter) throws {
        let pages: HitPages = { body in
            var hits = first.hits
            var end = command.page.offset ?? 0
            while true {
                try body(hits.map { try found($0, of: first) })
                end += hits.count
                guard shape.all, end < first.total.n else { return }
                hits = try next(after: end, of: first)
                guard !hits.isEmpty else { return }
            }
        }
        let sink = shape.ids ? TextSink() : TextSink(pagerFor: printing)
        try writer.write(first, pages: pages, to: sink)
    }

    /// A further page, of the same generation.
    private func next(after offset: Int, of first: SearchResponse) throws -> [Hit] {
        do {
            let body = try page(
                limit: Self.pageSize, offset: offset, facets: PageOptions.noCounts,
                generation: first.index.generation)
            return try client.decode(body, as: SearchResponse.self).hits
        } catch let failure as Failure where failure.code == .generationGone {
            throw Failure(
                ExitStatus.tryAgain,
                "the index was replaced twice while the answer was read: it is not whole",
                hint: "run it again")
        }
    }

    private func page(
        limit: Int?, offset: Int?, facets: (list: String?, limit: Int?), generation: Int?
    ) throws -> [UInt8] {
        var parameters = command.query + command.filters.parameters
        parameters += command.page.parameters(limit: limit, offset: offset, facets: facets)
        if let generation = generation ?? command.page.match.generation {
            parameters.append(("generation", "\(generation)"))
        }
        return try client.body(of: Target(path: "/v1/search", parameters: parameters))
    }

    private func found(_ hit: Hit, of answer: SearchResponse) throws -> FoundHit {
        var found = FoundHit(hit: hit, index: answer.index)
        if let count = shape.context {
            found.context = try Lookup(client: client, generation: answer.index.generation)
                .context(of: hit, count: count)
        }
        return found
    }
}

/// The total of an answer that is passed on as it came, because reading its hits would cost more than printing them.
private struct TotalAlone: JSONReadable {
    let total: SearchResponse.Total

    init(reading json: JSONValue) throws(JSONError) { total = try json.member("total") }
}

// The usual settings of each form.
extension SearchRun {
    /// The most that one answer holds.
    private static let pageSize = SearchRequest.largestLimit

    private var limit: Int? {
        get throws { shape.all ? Self.pageSize : try command.page.limit ?? Settings.limit() }
    }

    private var counts: (list: String?, limit: Int?) {
        if shape.ids { return PageOptions.noCounts }
        return switch printing.format {
        case .text: PageOptions.countsOfText
        case .json, .jsonl: PageOptions.allCounts
        case .csv, .tsv, .md: PageOptions.noCounts
        }
    }

    private func writer() throws -> any HitWriter {
        if shape.ids { return IDWriter(end: shape.null ? "\0" : "\n") }
        guard shape.context == nil || ![.csv, .tsv].contains(printing.format) else {
            throw Failure(ExitStatus.usage, "--context goes with text, md, json and jsonl")
        }
        let json = HitJSON(fields: shape.fields, hasCitation: shape.cite)
        switch printing.format {
        case .text:
            return TextWriter(
                terminal: printing.terminal, asked: command.filters.onlyGroup, hasCitations: shape.cite)
        case .json: return WholeJSONWriter(hits: json)
        case .jsonl: return JSONLinesWriter(hits: json)
        case .csv: return DelimitedWriter(form: .csv(hasMark: printing.hasMark), fields: shape.columns)
        case .tsv: return DelimitedWriter(form: .tsv(hasMark: printing.hasMark), fields: shape.columns)
        case .md where shape.fields != nil: return MarkdownTableWriter(fields: shape.columns)
        case .md: return MarkdownWriter()
        }
    }

    /// Says on standard error that a form without totals holds only the first hits, unless that was asked for.
    private func noticeRest(of first: SearchResponse) throws {
        let tellsTotals = [.text, .json, .jsonl].contains(printing.format) && !shape.ids
        guard !tellsTotals, !shape.all, command.page.limit == nil, command.page.offset == nil,
            first.hits.count < first.total.n
        else { return }
        Output.error.write(
            "evidence: the first \(first.hits.count) of \(first.total.n.grouped); --all prints every one\n")
    }
}
