internal import Evidence
internal import Xapian

/// Finds in a paragraph's text whether a query's words stand in the sentences of a group as they were asked for:
/// phrases in their order, words near one another.
struct SpokenCheck {
    let root: QueryNode
    let isRelaxed: Bool

    /// A word of the sentences of a group.
    ///
    /// No phrase goes on from one sentence to the next: places of two sentences are far apart.
    private struct Token {
        let word: String
        let stem: String
        let place: Int
    }

    /// The groups among `candidates` in whose sentences of the document the words stand.
    func groups(in document: UInt32, among candidates: UInt16, _ reader: Reader) throws -> UInt16 {
        guard let paragraph = StoredParagraph(bytes: try reader.database.data(of: document)) else { return 0 }
        var found: UInt16 = 0
        for group in SourceGroups(rawValue: candidates).groups {
            let tokens = try tokens(of: paragraph, saidBy: group, stems: reader.stems)
            if try holds(root, tokens, stems: reader.stems, isRelaxed) {
                found |= SourceGroups(group).rawValue
            }
        }
        return found
    }

    private func tokens(
        of paragraph: StoredParagraph, saidBy group: SourceGroup, stems: StemCache
    ) throws -> [Token] {
        let sentences = paragraph.sentences.enumerated().filter { $1.saidBy.contains(SourceGroups(group)) }
        let words = TextWord.words(of: paragraph.text)
        return try words.enumerated().flatMap { place, word -> [Token] in
            guard let (gap, _) = sentences.first(where: { $1.range.contains(word.range.lowerBound) }) else {
                return []
            }
            return try [word.text, words.join(beginningAt: place)].compactMap(\.self).map {
                Token(word: $0, stem: try stems.stem($0), place: place + 1_000 * gap)
            }
        }
    }

    private func holds(_ node: QueryNode, _ tokens: [Token], stems: StemCache, _ relaxed: Bool) throws -> Bool
    {
        switch node {
        case .word(let word): return try !places(of: word, tokens, stems).isEmpty
        case .compound(let parts, let joined):
            return try !places(of: joined, tokens, stems).isEmpty || follows(parts, tokens)
        case .phrase(let words, _): return follows(words, tokens)
        case .wildcard(let prefix, _): return tokens.contains { $0.word.hasPrefix(prefix) }
        case .near(let words, let window): return try isNear(words, within: window, tokens, stems)
        case .list(let items): return try holds(items, tokens, stems, relaxed)
        case .expanded(let typed, let synonyms):
            return try holds(typed, tokens, stems: stems, relaxed)
                || synonyms.contains { try follows($0, tokens, stems) }
        case .and(let nodes): return try nodes.allSatisfy { try holds($0, tokens, stems: stems, relaxed) }
        case .or(let nodes): return try nodes.contains { try holds($0, tokens, stems: stems, relaxed) }
        case .andNot(let wanted, _): return try holds(wanted, tokens, stems: stems, relaxed)
        }
    }

    private func holds(_ items: [QueryItem], _ tokens: [Token], _ stems: StemCache, _ relaxed: Bool) throws
        -> Bool
    {
        let required = items.filter { $0.presence == .required }
        let optional = items.filter { $0.presence == .optional }
        guard try required.allSatisfy({ try holds($0.node, tokens, stems: stems, false) }) else {
            return false
        }
        if optional.isEmpty || (relaxed && !required.isEmpty) { return true }
        return relaxed
            ? try optional.contains { try holds($0.node, tokens, stems: stems, true) }
            : try optional.allSatisfy { try holds($0.node, tokens, stems: stems, false) }
    }

    private func places(of word: QueryWord, _ tokens: [Token], _ stems: StemCache) throws -> [Int] {
        let stem = try stems.stem(word.text)
        return tokens.filter { $0.stem == stem }.map(\.place)
    }

    private func follows(_ words: [QueryWord], _ tokens: [Token]) -> Bool {
        let places = words.enumerated().map { offset, word in
            Set(tokens.filter { $0.word == word.text }.map { $0.place - offset })
        }
        guard let first = places.first else { return false }
        return !places.dropFirst().reduce(first) { $0.intersection($1) }.isEmpty
    }

    private func follows(_ synonym: Synonym, _ tokens: [Token], _ stems: StemCache) throws -> Bool {
        let wanted = try synonym.words.map(stems.stem)
        return tokens.indices.contains { first in
            let run = tokens[first...].prefix(wanted.count)
            return run.map(\.stem) == wanted
                && run.last.map { $0.place - tokens[first].place } == wanted.count - 1
        }
    }

    /// As `OP_NEAR`: each word once, all within a window of positions.
    private func isNear(_ words: [QueryWord], within window: Int, _ tokens: [Token], _ stems: StemCache)
        throws -> Bool
    {
        let places = try words.map { try self.places(of: $0, tokens, stems) }
        let span = window + words.count - 1
        return places.joined().contains { start in
            places.allSatisfy { $0.contains { (start..<start + span).contains($0) } }
        }
    }
}
