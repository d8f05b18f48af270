public import Evidence

extension Generation {
    /// The paragraph of an id, with `context` of its neighbours on the page to each side; `nil` if the index has no such
    /// paragraph.
    ///
    /// An id without an edition means the latest edition, if no page has that very id.
    public func paragraph(id: String, _ request: ParagraphRequest) throws -> ParagraphResponse? {
        guard let place = page(ofParagraph: id, editions: request.editions),
            let first = firstDocument(of: place.page)
        else { return nil }
        let (number, context) = (place.number, request.context)
        let count = pages.records[place.page].paragraphs
        func hits(_ numbers: Range<Int>) throws -> [Hit] {
            try numbers.map { number in
                let document = first + UInt32(number - 1)
                return hit(document, try stored(document))
            }
        }
        return ParagraphResponse(
            index: manifest.description,
            paragraph: try hits(number..<number + 1)[0],
            before: try hits(max(1, number - context)..<number),
            after: try hits(number + 1..<max(number + 1, min(count, number + context) + 1)),
            resolved: place.editions.map { .init(from: id, editions: $0) })
    }

    /// A paragraph's place in the index.
    struct Place {
        /// The index of its page.
        let page: Int
        /// Its number there.
        let number: Int
        /// How many editions of the page there are, where the id named none of them.
        let editions: Int?
    }

    /// The place of a paragraph; `nil` if the editions looked at have none of this id.
    func page(ofParagraph id: String, editions: Editions) -> Place? {
        guard let slash = id.utf8.lastIndex(of: UInt8(ascii: "/")),
            let number = Int(id[id.index(after: slash)...]), number > 0, id.hasSuffix("/\(number)"),
            let (page, count) = page(of: String(id[..<slash])), number <= pages.records[page].paragraphs,
            editions == .all || pages.isLatest[page]
        else { return nil }
        return Place(page: page, number: number, editions: count)
    }

    /// The page of an identity, or else of the latest edition; then also how many editions there are.
    private func page(of identity: String) -> (page: Int, editions: Int?)? {
        if let page = pages.byIdentity[identity] { return (page, nil) }
        return pages.latest[identity].map { ($0.page, $0.editions) }
    }

    /// The document of a paragraph.
    func document(of place: Place) -> UInt32? {
        firstDocument(of: place.page).map { $0 + UInt32(place.number - 1) }
    }

    /// The id of a paragraph, with its edition.
    func id(of place: Place) -> String { "\(pages.records[place.page].identity)/\(place.number)" }

    private func firstDocument(of page: Int) -> UInt32? {
        columns.runs.first { $0.page == UInt32(page) }.map { UInt32($0.documents.lowerBound) }
    }
}
