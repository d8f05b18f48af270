internal import Evidence
internal import EvidenceSearch
internal import Xapian
internal import XapianWriting

/// Makes the Xapian document of a paragraph, by the table in `Schema`.
struct DocumentBuilder {
    /// If true, words carry positions, so that phrases can be searched by other programs than ours.
    let hasPositions: Bool

    /// The document of a paragraph that holds these words.
    func document(_ paragraph: IndexedParagraph, words: ParagraphWords, on page: IndexedPage)
        throws(XapianError) -> Document
    {
        let document = try Document()
        try document.setData(DocumentData(paragraph).bytes(of: page))
        try document.addTerm(Schema.id(paragraph.id(on: page)), frequency: 0)
        try document.setValue(String(paragraph.column.indexed), slot: Schema.Slot.indexed.number)
        for (field, slot, value) in values(of: paragraph, on: page) {
            try document.addTerm(field.term(value), frequency: 0)
            if let slot {
                try document.setValue(slot == .published ? compact(value) : value, slot: slot.number)
            }
        }
        for group in paragraph.column.saidBy.groups {
            try document.addTerm(Schema.Field.saidBy.term(group.rawValue), frequency: 0)
            try document.setValue("1", slot: Schema.Slot.saidBy(group).number)
        }
        try add(words, to: document)
        let text = paragraph.stored.text
        if Self.mayXapianSplitOtherwise(text) {
            try document.addWords(of: text, language: Schema.language)
            let folded = Folding.folded(text)
            if folded != text { try document.addWords(of: folded, language: Schema.language) }
        }
        return document
    }

    private func values(of paragraph: IndexedParagraph, on page: IndexedPage) -> [(
        Schema.Field, Schema.Slot?, String
    )] {
        let record = page.record
        return [
            (.authority, .authority, record.authority), (.statement, .statement, record.statement),
            (.section, .section, paragraph.section.slug), (.theme, .theme, page.theme),
            (.score, .score, record.score.map(String.init)),
            (.published, .published, record.published?.description),
            (.edition, .edition, record.edition), (.rating, .rating, record.rating?.rawValue),
            (.region, .region, page.authority?.region?.rawValue),
            (.authorityType, .authorityType, page.authority?.type?.rawValue),
            (.indicative, nil, record.isIndicative ? "" : nil),
        ].compactMap { field, slot, value in value.map { (field, slot, $0) } }
    }

    /// `2025-06-20` as `20250620`.
    private func compact(_ date: String) -> String { date.filter { $0 != "-" } }

    private func add(_ words: ParagraphWords, to document: Document) throws(XapianError) {
        for (index, word) in words.words.enumerated() {
            if let word { try add(word, at: index, to: document) }
        }
        for join in words.joins { try add(join.word, at: join.token, to: document) }
        for term in words.terms { try document.addTerm(Schema.stem(term.name), frequency: 1) }
    }

    /// Positions count from 1, as `TermGenerator`'s do.
    private func add(_ word: ParagraphWords.Word, at index: Int, to document: Document) throws(XapianError) {
        guard hasPositions else { return try document.addTerm(word.text, frequency: 1) }
        try document.addPosting(word.text, at: index + 1)
    }

    /// Returns true if `TermGenerator` may find other words in a text than `TextWord` does.
    ///
    /// It keeps `_`, `65+`, `C#`, `1990's` and `15,000` whole, takes `e.g.` apart, and keeps letters beyond ASCII as they
    /// stand.
    private static func mayXapianSplitOtherwise(_ text: String) -> Bool {
        var last: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            defer { last = scalar }
            switch scalar {
            case "_", "#": return true
            case "+": if last.properties.isAlphabetic || last.isDigit { return true }
            case "'", "’", "&", ";": if last.isDigit { return true }
            case "0"..."9": if ["'", "’", "&", ","].contains(last) { return true }
            case ".": if ("A"..."Z").contains(last) { return true }
            case "A"..."Z", "a"..."z": if last == "." { return true }
            case "–", "—", "‘", "“", "”", "…", "£", "•", "\u{A0}": break
            default: if !scalar.isASCII { return true }
            }
        }
        return false
    }
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}
