internal import Crypto
internal import Evidence
internal import EvidenceSearch

/// The paragraphs of a generation, page by page.
struct GenerationTexts {
    /// A paragraph with the day on which its text first came into the index.
    struct Paragraph {
        let stored: StoredParagraph
        let day: UInt32
    }

    let manifest: Manifest
    private let map: SearchMap
    /// The document of each page's first paragraph.
    private let first: [UInt32: Int]

    /// Those of the generation in `folder`, whose files are as they were written.
    init(_ manifest: Manifest, folder: String) throws(IndexError) {
        self.manifest = manifest
        let map = try SearchMap(folder: folder)
        self.map = map
        var first: [UInt32: Int] = [:]
        for document in 0..<map.documents.count where map.documents.isDocument(document) {
            let page = map.documents.pages[document]
            if first[page] == nil { first[page] = document }
        }
        self.first = first
    }

    /// The paragraphs of a page in order.
    func paragraphs(of page: PageRecord) throws(IndexError) -> [Paragraph] {
        guard let first = first[UInt32(page.number)] else { return [] }
        var paragraphs: [Paragraph] = []
        for document in first..<first + page.paragraphs {
            guard let stored = StoredParagraph(bytes: map.documents.texts[document]) else {
                throw .damaged(path: page.identity, reason: "document \(document) can't be read")
            }
            paragraphs.append(Paragraph(stored: stored, day: map.documents.days[document]))
        }
        return paragraphs
    }
}

extension StoredParagraph {
    /// What the history knows a text by: the first 16 hex digits of its SHA-256.
    var hash: String { SHA256.hash(data: Array(text.utf8)).hex(bytes: 8) }
}
