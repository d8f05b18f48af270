internal import Evidence

/// Marks the words of a query in a text, by the same words and stems as the index.
struct Highlighter {
    private var stems: Set<String> = []
    private var prefixes: [String] = []
    /// Words that are marked only where they stand in this order.
    private var sequences: [[String]] = []
    /// Words in any of their forms that are marked only where they stand in this order.
    private var stemSequences: [[String]] = []

    /// A highlighter of what a query wants; what it excludes isn't marked.
    init(_ root: QueryNode?, stems cache: StemCache) throws {
        if let root { try add(root, cache) }
    }

    /// A marked place in a text.
    struct Mark: Equatable {
        let range: Range<Int>
        /// Which of the query's words it is: marks of one word share it.
        let word: String
    }

    /// The marked places in order, none overlapping.
    func marks(in text: String, stems cache: StemCache) throws -> [Mark] {
        let words = TextWord.words(of: text)
        var marks: [Mark] = []
        var index = 0
        while index < words.count {
            if let (word, count) = try mark(at: index, in: words, cache) {
                let last = words[index + count - 1]
                marks.append(Mark(range: words[index].range.lowerBound..<last.range.upperBound, word: word))
                index += count
            } else {
                index += 1
            }
        }
        return marks
    }

    private mutating func add(_ node: QueryNode, _ cache: StemCache) throws {
        switch node {
        case .word(let word): stems.insert(try cache.stem(word.text))
        case .compound(let parts, let joined):
            sequences.append(parts.map(\.text))
            stems.insert(try cache.stem(joined.text))
        case .phrase(let words, _): sequences.append(words.map(\.text))
        case .wildcard(let prefix, _): prefixes.append(prefix)
        case .near(let words, _): for word in words { stems.insert(try cache.stem(word.text)) }
        case .expanded(let typed, let synonyms):
            try add(typed, cache)
            for synonym in synonyms { try add(synonym, cache) }
        case .list(let items):
            for item in items where item.presence != .excluded { try add(item.node, cache) }
        case .and(let nodes), .or(let nodes): for node in nodes { try add(node, cache) }
        case .andNot(let wanted, _): try add(wanted, cache)
        }
    }

    private mutating func add(_ synonym: Synonym, _ cache: StemCache) throws {
        if synonym.isAbbreviation {
            sequences.append(synonym.words)
        } else if synonym.words.count == 1 {
            stems.insert(try cache.stem(synonym.words[0]))
        } else {
            stemSequences.append(try synonym.words.map(cache.stem))
        }
    }

    private func mark(at index: Int, in words: [TextWord], _ cache: StemCache) throws -> (
        word: String, count: Int
    )? {
        for sequence in sequences where words[index...].lazy.map(\.text).starts(with: sequence) {
            return (sequence.joined(separator: " "), sequence.count)
        }
        for sequence in stemSequences
        where try words[index...].prefix(sequence.count).map({ try cache.stem($0.text) }) == sequence {
            return (sequence.joined(separator: " "), sequence.count)
        }
        let word = words[index].text
        let stem = try cache.stem(word)
        if stems.contains(stem) { return (stem, 1) }
        if let prefix = prefixes.first(where: word.hasPrefix) { return (prefix, 1) }
        return try join(at: index, in: words, cache)
    }

    /// A hyphenated word that the query writes as one: `co-production` for `coproduction`.
    private func join(at index: Int, in words: [TextWord], _ cache: StemCache) throws -> (
        word: String, count: Int
    )? {
        let parts = words[(index + 1)...].prefix(while: \.isJoined)
        guard !parts.isEmpty, !words[index].isJoined else { return nil }
        let stem = try cache.stem(words[index].text + parts.map(\.text).joined())
        return stems.contains(stem) ? (stem, parts.count + 1) : nil
    }
}
