import Evidence
import Testing
import Xapian

@testable import EvidenceBuilding
@testable import EvidenceSearch

/// A search by libxapian and nothing else: each match visited, each paragraph's own values counted.
struct PlainSearch {
    struct Found: Sendable {
        let hit: Hit
        let weight: Double
        let spoken: SourceGroups
        var hasAllWords: Bool
        let place: [String]
        let number: Int
    }

    let generation: Generation
    private let index: ShippedDatabase
    private let match: SearchRequest.Match
    private let query: ParsedQuery
    private let root: QueryNode
    private let filters: Filters

    init(generation: Generation, index: ShippedDatabase, reader: Reader, request: SearchRequest) throws {
        self.generation = generation
        self.index = index
        match = request.match
        let typed = try generation.parser.parse(request.text, besides: request.fields)
        filters = try generation.vocabulary.filters(from: typed.fields)
        query =
            request.isExact
            ? typed
            : try Spelling(generation: generation, deadline: .now + .seconds(600)).corrected(
                typed, request, reader
            ).0
        let expansion = SynonymExpansion(query, synonyms: generation.synonyms, stems: reader.stems)
        let root = try #require(query.root)
        self.root = request.isExact ? root : try expansion.expanded(root)
    }

    /// Whether the answer is of all the words, and its paragraphs in order.
    func answer() throws -> (isAll: Bool, found: [Found]) {
        let all = try found(relaxed: false)
        let isEnough = match == .all || match == .auto && all.count >= 10
        let isQuestion = query.isQuestion
        if isEnough || !root.canRelax { return (isEnough, sorted(all, allWordsFirst: !isQuestion)) }
        let known = Set(all.map(\.hit.id))
        var some = try found(relaxed: true)
        for place in some.indices { some[place].hasAllWords = known.contains(some[place].hit.id) }
        return (false, sorted(some, allWordsFirst: !isQuestion))
    }

    private func found(relaxed: Bool) throws -> [Found] {
        let query = try PlainQuery(database: index.database, stems: index.stems)
            .query(root, relaxed: relaxed)
        let filter = PlainFilter(
            database: index.database, filters: filters,
            values: generation.pages.properties.mapValues {
                $0.values.map(\.value.text).filter { $0 != "none" }
            })
        let matches = try index.database.matches(
            filter.apply(to: query), weighting: .bm25(k1: 1.2, b: 0.3))
        let check = PlainSpoken(root: root, isRelaxed: relaxed)
        return try zip(matches.documents, matches.weights).map { document, weight in
            let stored = try generation.stored(document)
            let hit = generation.hit(document, stored)
            return Found(
                hit: hit, weight: (weight * 10_000).rounded() / 10_000,
                spoken: try check.groups(in: stored, stems: index.stems), hasAllWords: true,
                place: [hit.authority, hit.statement, hit.published ?? ""], number: hit.number)
        }
    }

    private func sorted(_ found: [Found], allWordsFirst: Bool) -> [Found] {
        let theirs = SourceGroups(filters.saidBy)
        func tier(_ each: Found) -> Int {
            (each.spoken.isDisjoint(with: theirs) ? 2 : 0) + (allWordsFirst && !each.hasAllWords ? 1 : 0)
        }
        return found.sorted { first, second in
            if tier(first) != tier(second) { return tier(first) < tier(second) }
            if first.weight != second.weight { return first.weight > second.weight }
            if first.place != second.place { return first.place.lexicographicallyPrecedes(second.place) }
            return first.number < second.number
        }
    }
}
