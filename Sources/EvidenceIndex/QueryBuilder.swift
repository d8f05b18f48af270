internal import Evidence
internal import Xapian

/// Makes Xapian queries of the query language's trees.
struct QueryBuilder {
    /// Where the words of a query are looked for.
    enum Scope {
        /// In the whole paragraph.
        case paragraph
        /// In the sentences of a source group. Positions aren't kept there, so a phrase asks for its words alone.
        case sentences(of: SourceGroup)
    }

    let database: Database
    let stems: StemCache
    let scope: Scope

    /// What a synonym weighs, to 1 for the word typed.
    static let synonymWeight = 0.6

    /// The most words that a wildcard may stand for.
    static let largestExpansion = 200

    /// The query of a tree; `relaxed` asks for some of the words that stand side by side, not for all.
    func query(_ node: QueryNode, relaxed: Bool) throws -> Query {
        switch node {
        case .word(let word): try self.word(word.text)
        case .compound(let parts, let joined): try compound(parts, joined: joined)
        case .phrase(let words, _): try phrase(words)
        case .wildcard(let prefix, let at): try wildcard(prefix, at: at)
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

    /// What a paragraph must not hold counts in the whole of it, so it says nothing about a group's sentences.
    private func without(_ unwanted: [QueryNode], _ wanted: Query) throws -> Query {
        guard case .paragraph = scope, !unwanted.isEmpty else { return wanted }
        return try .combine(.andNot, [wanted, .combine(.or, unwanted.map { try query($0, relaxed: false) })])
    }

    private func word(_ word: String) throws -> Query {
        guard word.utf8.count <= Schema.longestWord else { return try .nothing() }
        let stem = try stems.stem(word)
        return switch scope {
        case .paragraph: try database.query(Schema.stem(stem))
        case .sentences(let group): try database.query(Schema.spoken(by: group) + stem)
        }
    }

    /// A word and its synonyms weigh as the heaviest of them.
    ///
    /// Words side by side keep their sum, so a synonym of theirs is added: within `OP_MAX` Xapian takes the
    /// parts of an OR for parts of its own.
    private func expanded(_ typed: QueryNode, _ synonyms: [Synonym], relaxed: Bool) throws -> Query {
        let alternatives = try synonyms.map { try synonym($0, for: typed) }
        guard case .list = typed else {
            return try .combine(.max, [query(typed, relaxed: relaxed)] + alternatives)
        }
        return try .combine(.or, [query(typed, relaxed: relaxed), .combine(.max, alternatives)])
    }

    /// A synonym weighs less than the word typed, so that paragraphs which say it as it was asked come first.
    private func synonym(_ synonym: Synonym, for typed: QueryNode) throws -> Query {
        switch scope {
        case .paragraph:
            let term = try synonym.isAbbreviation ? synonym.words[0] : Schema.stem(synonym.stems(stems))
            return try database.query(term).scaled(by: Self.synonymWeight * Double(typed.wordCount))
        case .sentences(let group): return try database.query(Schema.spoken(by: group) + synonym.stems(stems))
        }
    }

    private func compound(_ parts: [QueryWord], joined: QueryWord) throws -> Query {
        try .combine(.or, [word(joined.text), phrase(parts)])
    }

    private func phrase(_ words: [QueryWord]) throws -> Query {
        guard case .paragraph = scope else { return try .combine(.and, words.map { try word($0.text) }) }
        guard words.allSatisfy({ $0.text.utf8.count <= Schema.longestWord }) else { return try .nothing() }
        return try .combine(.phrase(window: words.count), words.map { try .term($0.text) })
    }

    private func wildcard(_ prefix: String, at: Range<Int>) throws -> Query {
        guard prefix.utf8.count <= Schema.longestWord else { return try .nothing() }
        let words = try database.terms(beginning: prefix, limit: Self.largestExpansion + 1)
        guard words.count <= Self.largestExpansion else {
            throw QueryError.wideWildcard(prefix, at: at.lowerBound)
        }
        guard !words.isEmpty else { return try .nothing() }
        return switch scope {
        case .paragraph: try .combine(.synonym, words.map { try database.query($0) })
        case .sentences: try .combine(.or, Set(words.map(stems.stem)).map { try word($0) })
        }
    }

    /// Xapian's window counts positions, ours the words apart.
    private func near(_ words: [QueryWord], window: Int) throws -> Query {
        guard case .paragraph = scope else { return try .combine(.and, words.map { try word($0.text) }) }
        let forms = try words.map { try Query.combine(.or, self.forms(of: $0.text).map { try .term($0) }) }
        return try .combine(.near(window: window + words.count - 1), forms)
    }

    /// The words of the index that share a word's stem: positions are kept for these, not for stems.
    private func forms(of word: String) throws -> [String] {
        let stem = try stems.stem(word)
        let prefix = String(zip(word, stem).prefix { $0 == $1 }.map(\.0))
        let forms = try database.terms(beginning: prefix, limit: 10 * Self.largestExpansion)
            .filter { try stems.stem($0) == stem }
        return forms.isEmpty ? [word] : Array(forms.prefix(Self.largestExpansion))
    }
}

extension QueryNode {
    /// How many words a term was typed with: a synonym of `hard-to-reach` stands for three.
    ///
    /// Words side by side weigh each for itself, so their synonym counts as one.
    fileprivate var wordCount: Int {
        switch self {
        case .compound(let parts, _): parts.count
        default: 1
        }
    }
}
