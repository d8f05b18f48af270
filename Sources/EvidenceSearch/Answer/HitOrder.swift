internal import Algorithms
internal import Evidence

/// The total order of hits: no two matches are equal, so every page of an answer is a part of one list.
struct HitOrder {
    /// What a match is ordered by.
    private struct Key {
        /// The match's index in the answer.
        let index: Int
        /// The value to sort by; 0 if that is relevance.
        let value: Int
        /// In their words before others, then all words before some.
        let tier: Int
        /// In ten thousandths.
        let weight: UInt32
        /// Authority, statement, date and paragraph in one number.
        let last: UInt64
    }

    let generation: Generation
    let answer: Search.Answer
    let sort: SearchRequest.Sort
    /// The groups whose words come first; empty if it does not matter.
    let theirs: SourceGroups
    /// True if matches with all words come before others.
    let putsAllWordsFirst: Bool

    /// The matches from `offset` on, at most `limit`, as indices into the answer.
    func page(offset: Int, limit: Int) -> [Int] {
        let isReversed = sort.key == .relevance && sort.isReversed
        let count = min(offset + limit, answer.matches.count)
        let isByWeight = sort.key == .relevance && !isReversed
        let candidates = isByWeight ? heaviest(count) : Array(answer.matches.indices)
        let (columns, values) = (generation.columns, values)
        return candidates.lazy.map { key($0, in: columns, values: values) }.min(count: count) {
            isReversed ? comesBefore($1, $0) : comesBefore($0, $1)
        }.dropFirst(offset).map(\.index)
    }

    private func comesBefore(_ first: Key, _ second: Key) -> Bool {
        if first.value != second.value { return first.value < second.value }
        if first.tier != second.tier { return first.tier > second.tier }
        if first.weight != second.weight { return first.weight > second.weight }
        return first.last < second.last
    }

    /// Those that can be among the first `count` by tier and weight: most matches of a long answer need no exact order.
    private func heaviest(_ count: Int) -> [Int] {
        let matches = answer.matches
        let steps = 256
        let most = matches.reduce(0) { max($0, $1.tenThousandths) }
        let shift = max(0, UInt32.bitWidth - most.leadingZeroBitCount - 8)
        func step(_ match: FoundDocument) -> Int {
            tier(of: match) * steps + Int(match.tenThousandths >> shift)
        }
        var counts = Array(repeating: 0, count: 4 * steps)
        for match in matches { counts[step(match)] += 1 }
        var (least, found) = (counts.count, 0)
        while found < count {
            least -= 1
            found += counts[least]
        }
        return matches.indices.filter { step(matches[$0]) >= least }
    }

    private func tier(of match: FoundDocument) -> Int {
        let isTheirs = match.spoken & theirs.rawValue != 0
        return (isTheirs ? 2 : 0) + (putsAllWordsFirst && match.hasAllWords ? 1 : 0)
    }

    private func key(_ index: Int, in columns: Columns, values: [Int]) -> Key {
        let match = answer.matches[index]
        let document = Int(match.document)
        let page = Int(columns.page[document])
        return Key(
            index: index, value: values.isEmpty ? 0 : values[page], tier: tier(of: match),
            weight: match.tenThousandths,
            last: (UInt64(page) << 32) | UInt64(columns.paragraph[document]))
    }

    /// For each page the value that its paragraphs are sorted by; empty if all are alike.
    private var values: [Int] {
        let pages = generation.pages
        let values: [Int?] =
            switch sort.key {
            case .relevance: []
            case .authority: (pages.properties[.authority]?.indices ?? []).map { Int($0) }
            case .statement: pages.statementRank
            case .score: pages.records.map(\.score)
            case .published: pages.records.map { $0.published?.ordinal }
            }
        return values.map { $0.map { sort.isReversed ? -$0 : $0 } ?? .max }
    }
}

extension PublicationDate {
    /// The date as a number that grows with it: `2025-06-20` is 20250620, `2025-06` 20250600.
    fileprivate var ordinal: Int {
        let digits = description.utf8.filter { $0 != UInt8(ascii: "-") }.reduce(0) { $0 * 10 + Int($1 & 15) }
        return description.utf8.count > 7 ? digits : digits * 100
    }
}
