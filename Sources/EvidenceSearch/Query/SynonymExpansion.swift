internal import Evidence
internal import Xapian

/// Adds to the words of a query their synonyms in the thesaurus.
///
/// Words side by side are looked up together first, with the stop words between them, and then each by itself. Words that
/// are required, excluded or in quotes stay as they were typed.
struct SynonymExpansion {
    let synonyms: SynonymTable
    let stems: StemCache
    private let words: [TextWord]
    private let text: [UInt8]
    /// The offsets at which the words of the tree were typed; all other words are stop words.
    private let wanted: Set<Int>

    /// The longest term of a thesaurus, in words.
    private static let maxWords = 5

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
        case .word, .compound: return try expanded([QueryItem(.optional, node)])[0].node
        case .list(let items): return .list(try expanded(items))
        case .and(let nodes): return .and(try nodes.map { node throws(XapianError) in try expanded(node) })
        case .or(let nodes): return .or(try nodes.map { node throws(XapianError) in try expanded(node) })
        case .andNot(let wanted, let unwanted): return .andNot(try expanded(wanted), unwanted)
        case .phrase, .wildcard, .near, .expanded: return node
        }
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
                let isOpen = item.presence == .optional && item.node.typedRange == nil
                result.append(isOpen ? QueryItem(.optional, try expanded(item.node)) : item)
                rest = rest.dropFirst()
            }
        }
        return result
    }

    /// The words of a term as they were typed, each with its own synonyms.
    private func typed(_ items: ArraySlice<QueryItem>) throws(XapianError) -> QueryNode {
        guard items.count > 1 else { return items[items.startIndex].node }
        return .list(
            try items.map { item throws(XapianError) in
                guard let (_, synonyms) = try longestTerm(at: [item]) else { return item }
                return QueryItem(.optional, .expanded(item.node, synonyms: synonyms))
            })
    }

    /// The longest term of the thesaurus that the items begin with: the number of its items, and its synonyms.
    private func longestTerm(at items: ArraySlice<QueryItem>) throws(XapianError) -> (Int, [Synonym])? {
        let ranges = items.prefix(Self.maxWords).prefix { $0.presence == .optional }.map(\.node.typedRange)
        guard let first = ranges.first ?? nil else { return nil }
        for count in (1...ranges.count).reversed() {
            guard let last = ranges[count - 1], !ranges[..<count].contains(nil) else { continue }
            for run in runs(from: first, to: last) {
                let found = try synonyms.synonyms(of: words[run].map(\.text), stems: stems)
                if !found.isEmpty { return (count, found) }
            }
        }
        return nil
    }

    /// The runs of typed words from the first of some items to the last, the longest first.
    ///
    /// Stop words, which are no items, may stand around them: `going bust`.
    private func runs(from first: Range<Int>, to last: Range<Int>) -> [Range<Int>] {
        guard let start = words.firstIndex(where: { $0.range.lowerBound == first.lowerBound }),
            let end = words.firstIndex(where: { $0.range.upperBound == last.upperBound })
        else { return [] }
        let before = words[..<start].reversed().prefix { !wanted.contains($0.range.lowerBound) }.count
        let after = words[(end + 1)...].prefix { !wanted.contains($0.range.lowerBound) }.count
        return (0...min(before, 2)).reversed().flatMap { more in
            (0...min(after, 2)).reversed().map { start - more..<end + 1 + $0 }
        }.filter { $0.count <= Self.maxWords && isOneRun($0) }
    }

    /// Returns true if only spaces and hyphens stand between the words, so no quote, sign or filter.
    private func isOneRun(_ run: Range<Int>) -> Bool {
        run.dropFirst().allSatisfy { index in
            text[words[index - 1].range.upperBound..<words[index].range.lowerBound]
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

    /// The bytes of the query in which a word or a hyphenated word was typed; `nil` for anything else.
    fileprivate var typedRange: Range<Int>? {
        switch self {
        case .word(let word): word.at
        case .compound(let parts, _):
            parts.first.flatMap { first in parts.last.map { first.at.lowerBound..<$0.at.upperBound } }
        default: nil
        }
    }
}
