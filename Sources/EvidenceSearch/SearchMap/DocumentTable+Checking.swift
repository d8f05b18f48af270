internal import Evidence

extension DocumentTable {
    /// Throws if a number leads out of a map of so many words and headings.
    func check(_ file: SearchMapSections, words: Int, headings: Int) throws(IndexError) {
        try file.require(count > 0 && !isDocument(0), .pages)
        try file.require(
            sections.areBelow(max(headings, 1)) && (headings > 0 || pages.allSatisfy { $0 == Self.noPage }),
            .sections)
        try file.require(groups.areBelow(SourceGroups.end), .groups)
        try file.require(tokens.all.areBelow(words, or: SearchMapLayout.noWord), .tokens)
        try file.require(documents { areJoins(joins[$0], of: $0, words: words) }, .joins)
        try file.require(documents { areSentences(sentences[$0], of: $0) }, .sentences)
        try file.require(
            documents { isDocument($0) ? StoredParagraph.isSound(texts[$0]) : texts[$0].isEmpty }, .texts)
    }

    private func documents(_ areSound: (_ document: Int) -> Bool) -> Bool { (0..<count).allSatisfy(areSound) }

    /// Returns true if these are hyphenated words at ascending positions of a document.
    private func areJoins(_ joins: UnsafeBufferPointer<Join>, of document: Int, words: Int) -> Bool {
        var next = 0
        for join in joins {
            guard join.token >= next, join.word < words else { return false }
            next = Int(join.token) + 1
        }
        return next <= tokens[document].count
    }

    /// Returns true if these are sentences that follow one another through all the words of a document.
    private func areSentences(_ sentences: UnsafeBufferPointer<SentenceEnd>, of document: Int) -> Bool {
        var end = 0
        for sentence in sentences {
            guard sentence.end > end, sentence.groups < SourceGroups.end else { return false }
            end = Int(sentence.end)
        }
        return end == tokens[document].count
    }
}

extension SourceGroups {
    /// One more than the greatest number that the groups there are can make.
    static let end = 1 << SourceGroup.allCases.count
}
