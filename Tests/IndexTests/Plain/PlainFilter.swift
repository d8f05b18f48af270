import Evidence
import Xapian

@testable import EvidenceBuilding
@testable import EvidenceSearch

/// What `FilterMask` decides, asked of libxapian: terms that weigh nothing.
struct PlainFilter {
    let database: Database
    let filters: Filters
    /// The publication dates of the index's pages.
    let dates: Set<PublicationDate>

    /// Keeps of `wanted` what passes the filters; of everything where `wanted` is `nil`.
    func apply(to wanted: Query?) throws -> Query {
        var kept: [Query] = []
        var out: [Query] = []
        for choice in choices {
            if let included = choice.included { kept.append(try any(of: included)) }
            if let excluded = choice.excluded { out.append(try any(of: excluded)) }
        }
        let passed = try filter(wanted, by: kept)
        return out.isEmpty ? passed : try .combine(.andNot, [passed, .combine(.or, out)])
    }

    private func filter(_ wanted: Query?, by kept: [Query]) throws -> Query {
        if let wanted { return try .combine(.filter, [wanted] + kept) }
        return kept.isEmpty ? try .all() : try .combine(.and, kept)
    }

    private func any(of terms: [String]) throws -> Query {
        terms.isEmpty ? try .nothing() : try .combine(.or, terms.map { try database.query($0) })
    }

    /// For each filter the terms of which a paragraph needs one, and those that it must not have.
    private var choices: [(included: [String]?, excluded: [String]?)] {
        [
            terms(filters.saidBy) { Schema.Field.saidBy.term($0.rawValue) },
            terms(filters.score) { Schema.Field.score.term("\($0)") },
            terms(filters.statement, Schema.Field.statement.term),
            terms(filters.theme, Schema.Field.theme.term),
            terms(filters.authority, Schema.Field.authority.term),
            terms(filters.section, Schema.Field.section.term),
            (dates(filters.published.included), dates(filters.published.excluded)),
            indicative,
        ]
    }

    private func terms<Value>(
        _ choice: Filters.Choice<Value>, _ term: (Value) -> String
    ) -> (included: [String]?, excluded: [String]?) {
        (
            choice.included.isEmpty ? nil : choice.included.map(term),
            choice.excluded.isEmpty ? nil : choice.excluded.map(term)
        )
    }

    private func dates(_ ranges: [PublishedRange]) -> [String]? {
        guard !ranges.isEmpty else { return nil }
        return dates.filter { date in ranges.contains { $0.contains(date) } }.map {
            Schema.Field.published.term($0.description)
        }
    }

    /// `indicative:false` is without the term that `indicative:true` asks for.
    private var indicative: (included: [String]?, excluded: [String]?) {
        let choice = filters.indicative
        let isWanted = choice.included.contains(true) || choice.excluded.contains(false)
        let isUnwanted = choice.included.contains(false) || choice.excluded.contains(true)
        // Both alternatives of one filter are no filter.
        if choice.included.count == 2, choice.excluded.isEmpty { return (nil, nil) }
        return (
            isWanted ? [Schema.Field.indicative.term()] : nil,
            isUnwanted ? [Schema.Field.indicative.term()] : nil
        )
    }
}
