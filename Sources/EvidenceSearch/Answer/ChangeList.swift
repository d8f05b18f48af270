public import Evidence

extension Generation {
    /// What changed in the index, the newest first.
    ///
    /// Throws a `RequestError` if a value cannot be read. The history is read from its end, so that a late `since` takes
    /// little time.
    public func changes(_ request: ChangesRequest) throws -> ChangesResponse {
        var lines: [HistoryLine] = []
        try history.forEachFromNewest { line in
            guard request.includes(line.change) else { return false }
            lines.append(line)
            return true
        }
        let filters = try vocabulary(with: request.fields.isEmpty ? [] : history.authorities())
            .filters(from: request.fields)
        let latest = request.editions == .all ? nil : latestPages
        return ChangesResponse(
            changes: lines.lazy.filter { line in
                self.passes(line, filters) && (latest?.contains(line.change.page) ?? true)
            }.map(\.change), index: manifest.description)
    }

    /// The vocabulary with the authorities whose pages all went.
    private func vocabulary(with gone: [(slug: String, name: String)]) -> Vocabulary {
        let known = Set(pages.authorities.map(\.slug))
        let others = Dictionary(
            gone.filter { !known.contains($0.slug) }.map { ($0.slug, $0.name) },
            uniquingKeysWith: { first, _ in first })
        return Vocabulary(
            catalogue: manifest.catalogue,
            authorities: pages.authorities
                + others.sorted { $0.key < $1.key }.map { ValueList.Entry(slug: $0.key, name: $0.value) },
            sections: [])
    }

    /// The identities of the pages of each authority's latest assessment.
    private var latestPages: Set<String> {
        Set(pages.records.indices.filter { pages.isLatest[$0] }.map { pages.records[$0].identity })
    }

    private func passes(_ line: HistoryLine, _ filters: Filters) -> Bool {
        FilterField.allCases.allSatisfy { field in
            let choice = filters[field]
            return choice.isEmpty || values(of: line, field).contains { choice.passes($0) }
        }
    }

    /// The values of a changed page, one of which has to pass: of what changed, the value before and after.
    private func values(of line: HistoryLine, _ field: FilterField) -> [String?] {
        let (change, authority) = (line.change, hits.authority(line.change.authority))
        return switch field {
        case .score: change.values(change.score).map { $0.map(String.init) }
        case .rating: change.values(change.rating)
        case .statement: [change.statement]
        case .theme: [hits.names(ofStatement: change.statement).theme?.slug]
        case .authority: [change.authority]
        case .region: [authority?.region?.rawValue]
        case .authorityType: [authority?.type?.rawValue]
        case .published: [line.published]
        case .edition: [change.edition]
        case .indicative: ["\(line.isIndicative)"]
        case .saidBy, .section, .indexed: []
        }
    }
}

extension ChangesResponse.Change {
    /// The values that the page had and has.
    fileprivate func values<Value>(_ step: ChangesResponse.Step<Value>) -> [Value?] {
        switch kind {
        case .added: [step.to]
        case .removed: [step.from]
        case .changed: [step.from, step.to]
        }
    }
}

extension ChangesRequest {
    /// Returns true if a change came since then.
    fileprivate func includes(_ change: ChangesResponse.Change) -> Bool {
        switch since {
        case .date(let date): change.when.prefix(10) >= date.description
        case .generation(let number): change.generation > number
        case nil: true
        }
    }
}

extension History {
    /// The authorities of all its pages, the newest names first.
    fileprivate func authorities() throws -> [(slug: String, name: String)] {
        var authorities: [(slug: String, name: String)] = []
        try forEachFromNewest { line in
            authorities.append((line.change.authority, line.authorityName))
            return true
        }
        return authorities
    }
}
