internal import Evidence
internal import Xapian

/// Makes the Xapian document of a paragraph, by the table in `Schema`.
struct DocumentBuilder {
    let stems: StemCache

    /// The document of a paragraph that stands on a page with these terms.
    func document(
        _ paragraph: StoredParagraph, column: ColumnValue, pageTerms: [String], section: String
    ) throws(XapianError) -> Document {
        let document = try Document()
        try document.setData(paragraph.bytes)
        try document.setValue(column.bytes, slot: Schema.columnSlot)
        for term in pageTerms { try document.addTerm(term, frequency: 0) }
        try document.addTerm(Schema.section(section), frequency: 0)
        for group in column.saidBy.groups { try document.addTerm(Schema.saidBy(group), frequency: 0) }
        try addWords(of: paragraph, to: document)
        return document
    }

    private func addWords(of paragraph: StoredParagraph, to document: Document) throws(XapianError) {
        var sentences = paragraph.sentences[...]
        for word in IndexedWord.words(of: paragraph.text) {
            while let first = sentences.first, first.range.upperBound <= word.start {
                sentences.removeFirst()
            }
            let stem = try stems.stem(word.text)
            try document.addPosting(word.text, at: word.position)
            try document.addTerm(Schema.stem(stem), frequency: 1)
            guard let sentence = sentences.first, sentence.range.contains(word.start) else { continue }
            for group in sentence.saidBy.groups {
                try document.addTerm(Schema.spoken(by: group) + stem, frequency: 0)
            }
        }
    }
}
