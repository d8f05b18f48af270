internal import EvidenceSearch

extension SearchMapMerge {
    /// Writes the vocabulary; for each part the new place of each of its words.
    func writeWords(_ writer: SearchMapFile, terms: [[UInt32]]) throws -> [[UInt32]] {
        let frequencies = frequencies
        var merge = NameMerge(parts.map(\.map.words))
        var counts: [UInt32] = []
        var stems: [UInt32] = []
        while let places = merge.next() {
            let count = frequencies(places)
            guard count > 0 else {
                merge.drop()
                continue
            }
            let first = places[0]
            counts.append(UInt32(count))
            stems.append(terms[first.part][Int(parts[first.part].map.wordStems[first.name])])
        }
        try writer.names(merge.names, .wordNames, .wordNameStarts)
        try writer.section(.wordFrequencies, counts)
        try writer.section(.wordStems, stems)
        return merge.newPlaces
    }

    /// The words that stay, and in how many documents each stands.
    var vocabulary: [(word: String, frequency: Int)] {
        let frequencies = frequencies
        var merge = NameMerge(parts.map(\.map.words))
        var words: [(word: String, frequency: Int)] = []
        while let places = merge.next() {
            guard let name = merge.names.last, case let count = frequencies(places), count > 0 else {
                continue
            }
            words.append((String(decoding: name, as: UTF8.self), count))
        }
        return words
    }

    /// In how many documents a word stands that has these places in the parts.
    private var frequencies: ([NameMerge.Place]) -> Int {
        let gone = parts.map(gone)
        return { places in
            places.reduce(0) { sum, place in
                let all = Int(parts[place.part].map.wordFrequencies[place.name])
                return sum + all - (gone[place.part][place.name] ?? 0)
            }
        }
    }

    /// In how many of the documents that leave it each word of a part stands.
    private func gone(_ part: Part) -> [Int: Int] {
        let table = part.map.documents
        var gone: [Int: Int] = [:]
        for document in 0..<table.count where table.isDocument(document) && !part.isKept[document] {
            let words = Set(table.tokens[document]).union(table.joins[document].map(\.word))
            for word in words where word != SearchMapLayout.noWord { gone[Int(word), default: 0] += 1 }
        }
        return gone
    }
}
