import Evidence
import Xapian

@testable import EvidenceBuilding
@testable import EvidenceSearch

/// What `FilterMask` decides, asked of libxapian: terms that weigh nothing.
struct PlainFilter {
    let database: Database
    let filters: Filters
    /// The values that the index's pages can have of each property.
    let values: [FilterField: [String]]

    /// Keeps of `wanted` what passes the filters; of everything where `wanted` is `nil`.
    func apply(to wanted: Query?) throws -> Query {
        var kept: [Query] = []
        var out: [Query] = []
        for choice in try choices {
            if let included = choice.included { kept.append(try .combine(.or, included)) }
            out += choice.excluded ?? []
        }
        let passed = try filter(wanted, by: kept)
        return out.isEmpty ? passed : try .combine(.andNot, [passed, .combine(.or, out)])
    }

    private func filter(_ wanted: Query?, by kept: [Query]) throws -> Query {
        if let wanted { return try .combine(.filter, [wanted] + kept) }
        return kept.isEmpty ? try .all() : try .combine(.and, kept)
    }

    /// For each filter the queries of which a paragraph needs one, and those that it must not pass.
    private var choices: [(included: [Query]?, excluded: [Query]?)] {
        get throws {
            try FilterField.allCases.map { field in
                let choice = filters[field]
                return (
                    choice.included.isEmpty ? nil : try choice.included.map { try query(of: $0, field) },
                    choice.excluded.isEmpty ? nil : try choice.excluded.map { try query(of: $0, field) }
                )
            }
        }
    }

    private func query(of value: Filters.Value, _ field: FilterField) throws -> Query {
        guard let terms = Schema.Field(rawValue: field.rawValue) else { return try .nothing() }
        switch value {
        // `indicative:false` is without the term that `indicative:true` asks for.
        case .named("false"): return try without([terms.term()])
        case .named("true"): return try database.query(terms.term())
        case .named(let name): return try database.query(terms.term(name))
        case .dates(let range):
            return try any(of: values[field, default: []].filter(range.contains).map { terms.term($0) })
        case .none: return try without(values[field, default: []].map { terms.term($0) })
        }
    }

    private func any(of terms: [String]) throws -> Query {
        terms.isEmpty ? try .nothing() : try .combine(.or, terms.map { try database.query($0) })
    }

    private func without(_ terms: [String]) throws -> Query {
        terms.isEmpty ? try .all() : try .combine(.andNot, [.all(), any(of: terms)])
    }
}
