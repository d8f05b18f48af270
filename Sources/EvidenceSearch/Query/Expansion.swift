internal import Evidence
internal import Xapian

/// Adds to the words of a query what the thesaurus has for them.
///
/// Words side by side are looked up together first, stop words between them included, then each by itself. What
/// is required, excluded or in quotes stays as it was typed.
struct Expansion {
    let synonyms: SynonymTable
    let stems: StemCache
    private let words: [TextWord]
    private let text: [UInt8]
    /// Where the words that the tree holds were typed: all others are stop words.
    private let wanted: Set<Int>

    /// The longest term of a thesaurus, in words.
    private static let longest = 5

    init(_ query: ParsedQuery, synonyms: SynonymTable, stems: StemCache) {
        self.synonyms = synonyms
        self.stems = stems
        words = TextWord.words(of: query.text)
        text = Array(query.text.utf8)
        wanted = Set(query.root?.allWords.map(\.at.lowerBound) ?? [])
    }

    /// The tree with the synonyms of its words.
    func expanded(_ node: QueryNode) throws(XapianError) -> QueryNode {
        switch node {
        case .word, .compound: return try one(node)
        case .list(let items): return .list(try expanded(items))
        case .and(let nodes): return .and(try nodes.map { node throws(XapianError) in try expanded(node) })
        case .or(let nodes): return .or(try nodes.map { node throws(XapianError) in try expanded(node) })
        case .andNot(let wanted, let unwanted): return .andNot(try expanded(wanted), unwanted)
        case .phrase, .wildcard, .near, .expanded: return node
        }
    }

    private func one(_ node: QueryNode) throws(XapianError) -> QueryNode {
        guard case .list(let items) = QueryNode.list(try expanded([QueryItem(.optional, node)])) else {
            return node
        }
        return items[0].node
    }

    private func expanded(_ items: [QueryItem]) throws(XapianError) -> [QueryItem] {
        var result: [QueryItem] = []
        var rest = items[...]
        while let item = rest.first {
            if let (count, synonyms) = try longestTerm(at: rest) {
                result.append(
                    QueryItem(.optional, .expanded(try typed(rest.prefix(count)), synonyms: synonyms)))
                rest = rest.dropFirst(count)
            } else {
                let isOpen = item.presence == .optional && item.node.place == nil
                result.append(isOpen ? QueryItem(.optional, try expanded(item.node)) : item)
                rest = rest.dropFirst()
            }
        }
        return result
    }

    /// The words that a term was typed with, each with the synonyms of its own.
    private func typed(_ items: ArraySlice<QueryItem>) throws(XapianError) -> QueryNode {
        guard items.count > 1 else { return items[items.startIndex].node }
        return .list(
            try items.map { item throws(XapianError) in
                guard let (_, synonyms) = try longestTerm(at: [item]) else { return item }
                return QueryItem(.optional, .expanded(item.node, synonyms: synonyms))
            })
    }

    /// How many of the items, from the first on, are the longest term of the thesaurus, and its synonyms.
    private func longestTerm(at items: ArraySlice<QueryItem>) throws(XapianError) -> (Int, [Synonym])? {
        let places = items.prefix(Self.longest).prefix { $0.presence == .optional }.map(\.node.place)
        guard let first = places.first ?? nil else { return nil }
        for count in (1...places.count).reversed() {
            guard let last = places[count - 1], !places[..<count].contains(nil) else { continue }
            for range in runs(from: first, to: last) {
                let found = try synonyms.synonyms(of: words[range].map(\.text), stems: stems)
                if !found.isEmpty { return (count, found) }
            }
        }
        return nil
    }

    /// The runs of typed words from the first of some items to the last, the longest first.
    ///
    /// Stop words, which have no items, may stand around them: `going bust`.
    private func runs(from first: Range<Int>, to last: Range<Int>) -> [Range<Int>] {
        guard let start = words.firstIndex(where: { $0.range.lowerBound == first.lowerBound }),
            let end = words.firstIndex(where: { $0.range.upperBound == last.upperBound })
        else { return [] }
        let before = words[..<start].reversed().prefix { !wanted.contains($0.range.lowerBound) }.count
        let after = words[(end + 1)...].prefix { !wanted.contains($0.range.lowerBound) }.count
        return (0...min(before, 2)).reversed().flatMap { more in
            (0...min(after, 2)).reversed().map { start - more..<end + 1 + $0 }
        }.filter { $0.count <= Self.longest && isOneRun($0) }
    }

    /// Whether nothing but spaces and hyphens stands between the words, so no quote, sign or filter.
    private func isOneRun(_ range: Range<Int>) -> Bool {
        range.dropFirst().allSatisfy { place in
            text[words[place - 1].range.upperBound..<words[place].range.lowerBound]
                .allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }
        }
    }
}

extension QueryNode {
    /// Every word of the tree.
    fileprivate var allWords: [QueryWord] {
        switch self {
        case .word(let word): [word]
        case .compound(let words, _), .phrase(let words, _), .near(let words, _): words
        case .wildcard: []
        case .list(let items): items.flatMap(\.node.allWords)
        case .expanded(let typed, _): typed.allWords
        case .and(let nodes), .or(let nodes): nodes.flatMap(\.allWords)
        case .andNot(let wanted, let unwanted): wanted.allWords + unwanted.allWords
        }
    }

    /// Where a word or a hyphenated word was typed; `nil` for anything else.
    fileprivate var place: Range<Int>? {
        switch self {
        case .word(let word): word.at
        case .compound(let parts, _):
            parts.first.flatMap { first in parts.last.map { first.at.lowerBound..<$0.at.upperBound } }
        default: nil
        }
    }
}
