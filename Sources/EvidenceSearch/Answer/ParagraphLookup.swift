public import Evidence

extension Generation {
    /// The paragraph of an id, with `context` of its neighbours on the page to each side; `nil` if the index has no such
    /// paragraph.
    public func paragraph(id: String, context: Int) throws -> ParagraphResponse? {
        guard let (page, number) = page(ofParagraph: id), let first = firstDocument(of: page) else {
            return nil
        }
        let count = pages.records[page].paragraphs
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
            after: try hits(number + 1..<max(number + 1, min(count, number + context) + 1)))
    }

    /// The document of a paragraph; `nil` if the index has no such paragraph.
    func document(ofParagraph id: String) -> UInt32? {
        guard let (page, number) = page(ofParagraph: id) else { return nil }
        return firstDocument(of: page).map { $0 + UInt32(number - 1) }
    }

    /// The index of a paragraph's page, and the paragraph's number on it.
    private func page(ofParagraph id: String) -> (page: Int, number: Int)? {
        guard let slash = id.utf8.lastIndex(of: UInt8(ascii: "/")),
            let number = Int(id[id.index(after: slash)...]), number > 0, id.hasSuffix("/\(number)"),
            let page = pages.byIdentity[String(id[..<slash])], number <= pages.records[page].paragraphs
        else { return nil }
        return (page, number)
    }

    private func firstDocument(of page: Int) -> UInt32? {
        columns.runs.first { $0.page == UInt32(page) }.map { UInt32($0.documents.lowerBound) }
    }
}
