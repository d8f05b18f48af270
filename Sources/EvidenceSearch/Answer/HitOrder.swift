internal import Algorithms
internal import Evidence

/// The order of hits, which is total: no two matches are equal, so every page of an answer is a part of one list.
struct HitOrder {
    /// What a match is ordered by.
    private struct Place {
        let index: Int
        /// By what was asked to sort by; 0 where that is relevance.
        let key: Int
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
    /// The groups whose words come first; empty where it doesn't matter.
    let theirs: SourceGroups
    /// Whether matches with all words come before others.
    let putsAllWordsFirst: Bool

    /// The matches from `offset` on, at most `limit`, as places in the answer.
    func page(offset: Int, limit: Int) -> [Int] {
        let isReversed = sort.key == .relevance && sort.isReversed
        let count = min(offset + limit, answer.matches.count)
        let isByWeight = sort.key == .relevance && !isReversed
        let candidates = isByWeight ? heaviest(count) : Array(answer.matches.indices)
        let (columns, keys) = (generation.columns, keys)
        return candidates.lazy.map { place($0, in: columns, keys: keys) }.min(count: count) {
            isReversed ? comesBefore($1, $0) : comesBefore($0, $1)
        }.dropFirst(offset).map(\.index)
    }

    private func comesBefore(_ first: Place, _ second: Place) -> Bool {
        if first.key != second.key { return first.key < second.key }
        if first.tier != second.tier { return first.tier > second.tier }
        if first.weight != second.weight { return first.weight > second.weight }
        return first.last < second.last
    }

    /// Those that can be among the first so many by tier and weight: most of a long answer need no exact place.
    private func heaviest(_ count: Int) -> [Int] {
        let matches = answer.matches
        let steps = 256
        let most = matches.reduce(0) { max($0, $1.tenThousandths) }
        let shift = max(0, UInt32.bitWidth - most.leadingZeroBitCount - 8)
        func step(_ match: Match) -> Int { tier(of: match) * steps + Int(match.tenThousandths >> shift) }
        var counts = Array(repeating: 0, count: 4 * steps)
        for match in matches { counts[step(match)] += 1 }
        var (least, found) = (counts.count, 0)
        while found < count {
            least -= 1
            found += counts[least]
        }
        return matches.indices.filter { step(matches[$0]) >= least }
    }

    private func tier(of match: Match) -> Int {
        let isTheirs = match.spoken & theirs.rawValue != 0
        return (isTheirs ? 2 : 0) + (putsAllWordsFirst && match.hasAllWords ? 1 : 0)
    }

    private func place(_ index: Int, in columns: Columns, keys: [Int]) -> Place {
        let match = answer.matches[index]
        let document = Int(match.document)
        let page = Int(columns.page[document])
        return Place(
            index: index, key: keys.isEmpty ? 0 : keys[page], tier: tier(of: match),
            weight: match.tenThousandths,
            last: UInt64(page) << 32 | UInt64(columns.paragraph[document]))
    }

    /// For each page the key of its paragraphs; empty where all are alike.
    private var keys: [Int] {
        let pages = generation.pages
        let keys: [Int?] =
            switch sort.key {
            case .relevance: []
            case .authority: pages.counted.map { Int($0.authority) }
            case .statement: pages.statementRank
            case .score: pages.records.map(\.score)
            case .published: pages.records.map { $0.published?.ordinal }
            }
        return keys.map { $0.map { sort.isReversed ? -$0 : $0 } ?? .max }
    }
}

extension PublicationDate {
    /// The date as a number that grows with it: `2025-06-20` is 20250620, `2025-06` 20250600.
    fileprivate var ordinal: Int {
        let digits = description.utf8.filter { $0 != UInt8(ascii: "-") }.reduce(0) { $0 * 10 + Int($1 & 15) }
        return description.utf8.count > 7 ? digits : digits * 100
    }
}
