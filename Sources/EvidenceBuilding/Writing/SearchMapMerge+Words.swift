internal import EvidenceSearch

extension SearchMapMerge {
    /// Writes the vocabulary; for each part the new index of each of its words.
    func writeWords(_ writer: SearchMapFile, terms: [[UInt32]]) throws -> [[UInt32]] {
        let frequencies = frequencies
        var merge = NameMerge(parts.map(\.map.words))
        var counts: [UInt32] = []
        var stems: [UInt32] = []
        while let entries = merge.next() {
            let count = frequencies(entries)
            guard count > 0 else {
                merge.drop()
                continue
            }
            let first = entries[0]
            counts.append(UInt32(count))
            stems.append(terms[first.part][Int(parts[first.part].map.wordStems[first.name])])
        }
        try writer.names(merge.names, .wordNames, .wordNameStarts)
        try writer.section(.wordFrequencies, counts)
        try writer.section(.wordStems, stems)
        return merge.newIndices
    }

    /// The words that stay, and in how many documents each stands.
    var vocabulary: [(word: String, frequency: Int)] {
        let frequencies = frequencies
        var merge = NameMerge(parts.map(\.map.words))
        var words: [(word: String, frequency: Int)] = []
        while let entries = merge.next() {
            guard let name = merge.names.last, case let count = frequencies(entries), count > 0 else {
                continue
            }
            words.append((String(decoding: name, as: UTF8.self), count))
        }
        return words
    }

    /// In how many documents a word stands that has these entries in the parts.
    private var frequencies: ([NameMerge.Entry]) -> Int {
        let gone = parts.map(gone)
        return { entries in
            entries.reduce(0) { sum, entry in
                let all = Int(parts[entry.part].map.wordFrequencies[entry.name])
                return sum + all - (gone[entry.part][entry.name] ?? 0)
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
