internal import Evidence
internal import Xapian

/// Corrects words that are in no paragraph, if it is clear which word was meant.
struct Spelling {
    let generation: Generation
    /// The time at which it stops looking: the words left stay as they are.
    let deadline: ContinuousClock.Instant

    /// Shorter words, in bytes, have too many neighbours for a correction to be clear.
    private static let minLength = 5
    /// From this length on two letters may be wrong, but only one in a name, which may well be in no paragraph.
    private static let minLengthOfTwo = 7

    /// The query to search, and the correction of its wanted words if there is one.
    func corrected(
        _ query: ParsedQuery, _ request: SearchRequest, _ reader: Reader
    ) throws -> (ParsedQuery, SearchResponse.Correction?) {
        guard let root = query.root else { return (query, nil) }
        var text = Array(query.text.utf8)
        // The last word first, so that the offsets of the others stay true.
        for word in root.wantedWords.reversed() where ContinuousClock.now < deadline {
            guard let better = try correction(of: word, in: query, reader) else { continue }
            text.replaceSubrange(word.at, with: better.utf8)
        }
        let corrected = String(decoding: text, as: UTF8.self)
        guard corrected != query.text else { return (query, nil) }
        return (
            try generation.parser.parse(corrected, besides: request.fields),
            SearchResponse.Correction(from: request.text, to: corrected)
        )
    }

    /// The word that was meant by a word of a query; `nil` if the word is known or nothing is near.
    func correction(of word: QueryWord, in query: ParsedQuery, _ reader: Reader) throws -> String? {
        try mayBeMisspelt(word, in: query, reader) ? try neighbour(of: word, reader) : nil
    }

    /// Returns false for a word that is known, and for one before a colon: a correction could make it a filter's name.
    private func mayBeMisspelt(_ word: QueryWord, in query: ParsedQuery, _ reader: Reader) throws -> Bool {
        guard query.text.utf8.dropFirst(word.at.upperBound).first != UInt8(ascii: ":") else { return false }
        return try (Self.minLength...Schema.longestWord).contains(word.text.utf8.count)
            && !isKnown(word, reader) && !word.text.utf8.contains(where: { $0 < 0x40 })
            && !isInThesaurus(word, reader)
    }

    /// The nearest known word; `nil` if nothing is near.
    private func neighbour(of word: QueryWord, _ reader: Reader) throws -> String? {
        let isName = word.typed.first?.isUppercase ?? false
        let distance = word.text.utf8.count >= Self.minLengthOfTwo && !isName ? 2 : 1
        let better = try reader.database.spelling(of: word.text, within: distance)
        // A query of a stop word alone would be refused, although nobody typed one.
        return better.flatMap { generation.manifest.stopWords.contains($0) ? nil : $0 }
    }

    /// Returns true if the word belongs to a term of the thesaurus, and so is spelt as it was meant.
    private func isInThesaurus(_ word: QueryWord, _ reader: Reader) throws -> Bool {
        try !generation.synonyms.stems.isDisjoint(with: [word.text, reader.stems.stem(word.text)])
    }

    /// Returns true if a paragraph holds the word in one of its forms.
    func isKnown(_ word: QueryWord, _ reader: Reader) throws -> Bool {
        guard word.text.utf8.count <= Schema.longestWord else { return false }
        return try generation.map.terms.index(of: reader.stems.stem(word.text)) != nil
    }
}

extension QueryNode {
    /// The words that are wanted in any of their forms, in the order in which they were typed.
    var wantedWords: [QueryWord] {
        switch self {
        case .word(let word): [word]
        case .near(let words, _): words
        case .compound, .phrase, .wildcard: []
        case .list(let items): items.filter { $0.presence != .excluded }.flatMap(\.node.wantedWords)
        case .expanded(let typed, _): typed.wantedWords
        case .and(let nodes), .or(let nodes): nodes.flatMap(\.wantedWords)
        case .andNot(let wanted, _): wanted.wantedWords
        }
    }
}
