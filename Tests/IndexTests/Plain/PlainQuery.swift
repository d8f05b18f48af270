import Evidence
import Xapian

@testable import EvidenceBuilding
@testable import EvidenceSearch

/// The sets of `QueryCompiler`, asked of libxapian.
struct PlainQuery {
    let database: Database
    let stems: StemCache

    /// The query of a tree; `relaxed` asks for some of the words that stand side by side, not for all.
    func query(_ node: QueryNode, relaxed: Bool) throws -> Query {
        switch node {
        case .word(let word): try self.word(word.text)
        case .compound(let parts, let joined): try compound(parts, joined: joined)
        case .phrase(let words, _): try phrase(words)
        case .wildcard(let prefix, _): try wildcard(prefix)
        case .near(let words, let window): try near(words, window: window)
        case .list(let items): try list(items, relaxed: relaxed)
        case .expanded(let typed, let synonyms): try expanded(typed, synonyms, relaxed: relaxed)
        case .and(let nodes): try .combine(.and, nodes.map { try query($0, relaxed: relaxed) })
        case .or(let nodes): try .combine(.or, nodes.map { try query($0, relaxed: relaxed) })
        case .andNot(let wanted, let unwanted): try without([unwanted], query(wanted, relaxed: relaxed))
        }
    }

    private func list(_ items: [QueryItem], relaxed: Bool) throws -> Query {
        func queries(_ presence: QueryItem.Presence, relaxed: Bool) throws -> [Query] {
            try items.filter { $0.presence == presence }.map { try query($0.node, relaxed: relaxed) }
        }
        let required = try queries(.required, relaxed: false)
        let optional = try queries(.optional, relaxed: relaxed)
        let excluded = items.filter { $0.presence == .excluded }.map(\.node)
        return try without(excluded, wanted(required: required, optional: optional, relaxed: relaxed))
    }

    private func wanted(required: [Query], optional: [Query], relaxed: Bool) throws -> Query {
        if required.isEmpty, optional.isEmpty { return try .all() }
        guard relaxed else { return try .combine(.and, required + optional) }
        guard !required.isEmpty else { return try .combine(.or, optional) }
        let must = try Query.combine(.and, required)
        return optional.isEmpty ? must : try .combine(.andMaybe, [must, .combine(.or, optional)])
    }

    private func without(_ unwanted: [QueryNode], _ wanted: Query) throws -> Query {
        guard !unwanted.isEmpty else { return wanted }
        return try .combine(.andNot, [wanted, .combine(.or, unwanted.map { try query($0, relaxed: false) })])
    }

    private func word(_ word: String) throws -> Query {
        guard word.utf8.count <= Schema.longestWord else { return try .nothing() }
        return try database.query(Schema.stem(stems.stem(word)))
    }

    /// Words side by side keep their sum, so a synonym of theirs is added: within `OP_MAX` Xapian takes the parts
    /// of an OR for parts of its own.
    private func expanded(_ typed: QueryNode, _ synonyms: [Synonym], relaxed: Bool) throws -> Query {
        let alternatives = try synonyms.map { try synonym($0, for: typed) }
        guard case .list = typed else {
            return try .combine(.max, [query(typed, relaxed: relaxed)] + alternatives)
        }
        return try .combine(.or, [query(typed, relaxed: relaxed), .combine(.max, alternatives)])
    }

    private func synonym(_ synonym: Synonym, for typed: QueryNode) throws -> Query {
        var count = 1.0
        if case .compound(let parts, _) = typed { count = Double(parts.count) }
        let stem = try database.query(Schema.stem(synonym.stems(stems)))
            .scaled(by: QueryCompiler.synonymWeight * count)
        return synonym.isAbbreviation ? try .combine(.filter, [stem, .term(synonym.words[0])]) : stem
    }

    private func compound(_ parts: [QueryWord], joined: QueryWord) throws -> Query {
        try .combine(.max, [word(joined.text), phrase(parts)])
    }

    private func phrase(_ words: [QueryWord]) throws -> Query {
        try .combine(
            .filter,
            [
                .combine(.and, words.map { try word($0.text) }),
                .combine(.phrase(window: words.count), words.map { try .term($0.text) }),
            ])
    }

    private func wildcard(_ prefix: String) throws -> Query {
        let words = try database.terms(beginning: prefix, limit: 1_000)
        guard !words.isEmpty else { return try .nothing() }
        return try .combine(
            .filter,
            [
                .combine(.max, Set(words.map(stems.stem)).map { try database.query(Schema.stem($0)) }),
                .combine(.or, words.map { try .term($0) }),
            ])
    }

    /// Xapian's window counts positions, ours the words apart.
    private func near(_ words: [QueryWord], window: Int) throws -> Query {
        let forms = try words.map { try Query.combine(.or, self.forms(of: $0.text).map { try .term($0) }) }
        return try .combine(
            .filter,
            [
                .combine(.and, words.map { try word($0.text) }),
                .combine(.near(window: window + words.count - 1), forms),
            ])
    }

    /// The words of the index that share a word's stem: positions are kept for these, not for stems.
    private func forms(of word: String) throws -> [String] {
        let stem = try stems.stem(word)
        let prefix = String(word.prefix(1))
        let forms = try database.terms(beginning: prefix, limit: 10_000)
            .filter { try stems.stem($0) == stem }
        return forms.isEmpty ? [word] : forms
    }
}
