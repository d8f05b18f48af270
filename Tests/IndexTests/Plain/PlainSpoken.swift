import Evidence
import Xapian

@testable import EvidenceBuilding
@testable import EvidenceSearch

/// Finds in a paragraph's text whether a query's words stand in the sentences of a group as they were asked for:
/// phrases in their order, words near one another.
struct PlainSpoken {
    private let root: QueryNode
    private let isRelaxed: Bool
    /// The first bytes of the words wanted: a stem keeps its word's first letter, so all other words of a text
    /// needn't be stemmed.
    private let initials: Set<UInt8>

    init(root: QueryNode, isRelaxed: Bool) {
        self.root = root
        self.isRelaxed = isRelaxed
        initials = Set(root.wantedTexts.compactMap(\.utf8.first))
    }

    /// A word of a sentence that somebody says.
    ///
    /// No phrase goes on from one sentence to the next: places of two sentences are far apart.
    private struct Token {
        let word: String
        let stem: String
        let place: Int
        let groups: SourceGroups
    }

    /// The groups in whose sentences of the paragraph the words stand.
    func groups(in paragraph: StoredParagraph, stems: StemCache) throws -> SourceGroups {
        let tokens = try tokens(of: paragraph, stems: stems)
        var found: SourceGroups = []
        for group in SourceGroup.allCases.map({ SourceGroups($0) }) {
            let theirs = tokens.filter { $0.groups.contains(group) }
            if try holds(root, theirs, stems: stems, isRelaxed) { found.formUnion(group) }
        }
        return found
    }

    private func tokens(of paragraph: StoredParagraph, stems: StemCache) throws -> [Token] {
        let words = TextWord.words(of: paragraph.text)
        var tokens: [Token] = []
        var sentence = 0
        for (place, word) in words.enumerated() where initials.contains(word.text.utf8.first ?? 0) {
            while sentence < paragraph.sentences.count,
                paragraph.sentences[sentence].range.upperBound <= word.range.lowerBound
            { sentence += 1 }
            guard sentence < paragraph.sentences.count else { break }
            for text in [word.text, words.join(beginningAt: place)].compactMap(\.self) {
                tokens.append(
                    Token(
                        word: text, stem: try stems.stem(text), place: place + 1_000 * sentence,
                        groups: paragraph.sentences[sentence].saidBy))
            }
        }
        return tokens
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
        let wanted = try words.map { try stems.stem($0.text) }
        return places.joined().contains { start in
            zip(wanted, places).allSatisfy { stem, its in
                its.count { (start..<start + span).contains($0) } >= wanted.count { $0 == stem }
            }
        }
    }
}

extension QueryNode {
    /// The words, and beginnings of words, that a tree wants, its synonyms among them.
    fileprivate var wantedTexts: [String] {
        switch self {
        case .word(let word): [word.text]
        case .compound(let words, let joined): words.map(\.text) + [joined.text]
        case .phrase(let words, _), .near(let words, _): words.map(\.text)
        case .wildcard(let prefix, _): [prefix]
        case .list(let items): items.filter { $0.presence != .excluded }.flatMap(\.node.wantedTexts)
        case .expanded(let typed, let synonyms): typed.wantedTexts + synonyms.flatMap(\.words)
        case .and(let nodes), .or(let nodes): nodes.flatMap(\.wantedTexts)
        case .andNot(let wanted, _): wanted.wantedTexts
        }
    }
}
