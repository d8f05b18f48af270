internal import Evidence
internal import EvidenceIndex
internal import Xapian

/// Makes the Xapian document of a paragraph, by the table in `Schema`.
struct DocumentBuilder {
    let stems: StemCache
    let phrases: ThesaurusPhrases

    /// The document of a paragraph that stands on a page with these terms.
    func document(_ paragraph: IndexedParagraph, pageTerms: [String]) throws(XapianError) -> Document {
        let document = try Document()
        try document.setData(paragraph.stored.bytes)
        try document.setValue(paragraph.column.bytes, slot: Schema.columnSlot)
        for term in pageTerms { try document.addTerm(term, frequency: 0) }
        try document.addTerm(Schema.section(paragraph.section), frequency: 0)
        for group in paragraph.column.saidBy.groups {
            try document.addTerm(Schema.saidBy(group), frequency: 0)
        }
        try addWords(of: paragraph.stored, to: document)
        return document
    }

    private func addWords(of paragraph: StoredParagraph, to document: Document) throws(XapianError) {
        let words = TextWord.words(of: paragraph.text)
        var stems: [String] = []
        for word in words { stems.append(try self.stems.stem(word.text)) }
        var sentences = paragraph.sentences[...]
        for (place, word) in words.enumerated() {
            while let first = sentences.first, first.range.upperBound <= word.range.lowerBound {
                sentences.removeFirst()
            }
            let isInside = sentences.first.map { $0.range.lowerBound <= word.range.lowerBound } ?? false
            let groups = isInside ? sentences.first?.saidBy.groups ?? [] : []
            guard word.text.utf8.count <= Schema.longestWord else { continue }
            try document.addPosting(word.text, at: place + 1)
            var terms = [stems[place]] + phrases.terms(at: place, in: stems)
            if let join = words.join(beginningAt: place) {
                try document.addPosting(join, at: place + 1)
                terms.append(try self.stems.stem(join))
            }
            try add(terms, saidBy: groups, to: document)
        }
    }

    private func add(_ terms: [String], saidBy groups: [SourceGroup], to document: Document)
        throws(XapianError)
    {
        for term in terms {
            try document.addTerm(Schema.stem(term), frequency: 1)
            for group in groups { try document.addTerm(Schema.spoken(by: group) + term, frequency: 0) }
        }
    }
}
