internal import Evidence
internal import EvidenceSearch
internal import Xapian

/// Makes the Xapian document of a paragraph, by the table in `Schema`.
struct DocumentBuilder {
    /// The document of a paragraph that holds these words and stands on a page with these terms.
    func document(_ paragraph: IndexedParagraph, words: ParagraphWords, pageTerms: [String])
        throws(XapianError) -> Document
    {
        let document = try Document()
        try document.setValue(paragraph.column.bytes, slot: Schema.columnSlot)
        for term in pageTerms { try document.addTerm(term, frequency: 0) }
        try document.addTerm(Schema.section(paragraph.section), frequency: 0)
        for group in paragraph.column.saidBy.groups {
            try document.addTerm(Schema.saidBy(group), frequency: 0)
        }
        for term in words.terms { try document.addTerm(Schema.stem(term.name), frequency: 1) }
        return document
    }
}
