public import Evidence

extension Generation {
    /// A paragraph by its id, with `context` of its neighbours on the page to each side; `nil` where the index has
    /// no such paragraph.
    public func paragraph(id: String, context: Int) throws -> ParagraphResponse? {
        guard let (place, number) = place(ofParagraph: id), let first = firstDocument(ofPage: place) else {
            return nil
        }
        let count = pages.records[place].paragraphs
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

    /// The document of a paragraph; `nil` where the index has no such paragraph.
    func document(ofParagraph id: String) -> UInt32? {
        guard let (place, number) = place(ofParagraph: id) else { return nil }
        return firstDocument(ofPage: place).map { $0 + UInt32(number - 1) }
    }

    /// A paragraph's page and its number on it.
    private func place(ofParagraph id: String) -> (page: Int, number: Int)? {
        guard let slash = id.utf8.lastIndex(of: UInt8(ascii: "/")),
            let number = Int(id[id.index(after: slash)...]), number > 0, id.hasSuffix("/\(number)"),
            let place = pages.byIdentity[String(id[..<slash])], number <= pages.records[place].paragraphs
        else { return nil }
        return (place, number)
    }

    private func firstDocument(ofPage place: Int) -> UInt32? {
        columns.runs.first { $0.page == UInt32(place) }.map { UInt32($0.documents.lowerBound) }
    }
}
