internal import Evidence

/// Makes hits of found documents, with the words of a query marked and a snippet.
struct HitList {
    let generation: Generation
    /// The query's tree; `nil` if there are only filters.
    let root: QueryNode?
    /// The groups that the search asks for, whose sentences snippets prefer.
    let groups: SourceGroups

    /// The groups whose words the search asks for; `nil` if it asks for no words, or for no group's.
    var theirs: SourceGroups? { (root?.wantsWords ?? false) && !groups.isEmpty ? groups : nil }

    /// The hits of documents in their order, as many as can be made until the deadline, and the first in any case; `offset`
    /// hits of the answer come before them.
    func hits(
        _ found: [FoundDocument], after offset: Int, _ reader: Reader, until deadline: ContinuousClock.Instant
    ) throws -> [Hit] {
        let highlighter = try Highlighter(root, map: generation.map, stems: reader.stems)
        let snippets = SnippetMaker(preferred: groups)
        var hits: [Hit] = []
        for (index, match) in found.enumerated() {
            guard hits.isEmpty || ContinuousClock.now < deadline else { break }
            let stored = try generation.stored(match.document)
            let marks = highlighter.marks(in: Int(match.document), text: stored.text)
            var hit = generation.hit(match.document, stored)
            hit.rank = offset + index + 1
            hit.weight = match.weight
            hit.inTheirWords = theirs.map { match.spoken & $0.rawValue != 0 }
            hit.highlights = marks.map(\.range)
            hit.snippet = snippets.snippet(of: stored, marks: marks)
            hits.append(hit)
        }
        return hits
    }
}

extension Generation {
    /// The paragraph of a document.
    func stored(_ document: UInt32) throws -> StoredParagraph {
        guard let stored = StoredParagraph(bytes: map.documents.texts[Int(document)]) else {
            throw IndexError.damaged(
                path: "generation \(number)", reason: "document \(document) can't be read")
        }
        return stored
    }

    /// The hit of a document, without rank, weight, highlights and snippet, which only a search has.
    func hit(_ document: UInt32, _ stored: StoredParagraph) -> Hit {
        let page = pages.records[Int(columns.page[Int(document)])]
        let section = sections[Int(columns.section[Int(document)])]
        return hits.hit(
            stored, column: columns.value(of: document), on: page, section: section)
    }
}
