internal import Evidence
internal import EvidenceSearch
internal import Xapian
internal import XapianWriting

/// Gives the paragraphs of some pages another rating, in databases that hold them.
///
/// A rating belongs to a whole assessment, so the page that decides it may come after others were written.
struct RatingRenewal {
    /// The pages, with their new ratings.
    let pages: [PageRecord]

    /// Renews the term and the value of each paragraph that the database at `path` holds.
    func renew(at path: String) throws {
        try renew(in: WritableDatabase(path: path))
    }

    /// Renews the term and the value of each paragraph that a database holds.
    func renew(in database: WritableDatabase) throws {
        for page in pages {
            for paragraph in 1...page.paragraphs {
                let id = Schema.id("\(page.identity)/\(paragraph)")
                // A page's paragraphs stand in one part of a generation, and may stand in two databases of it.
                guard let document = try database.document(indexedBy: id) else { continue }
                try renew(document, rating: page.rating)
                try database.replaceDocument(indexedBy: id, with: document)
            }
        }
        try database.commit()
    }

    private func renew(_ document: Document, rating: Rating?) throws {
        for other in Rating.allCases { try document.removeTerm(Schema.Field.rating.term(other.rawValue)) }
        // An empty value is none.
        try document.setValue(rating?.rawValue ?? "", slot: Schema.Slot.rating.number)
        guard let rating else { return }
        try document.addTerm(Schema.Field.rating.term(rating.rawValue), frequency: 0)
    }
}
