public import Evidence
internal import Xapian

extension Generation {
    /// The most paragraphs before and after that one answer holds.
    public static let largestContext = 1_000

    /// A paragraph by its id, with `context` of its neighbours on the page to each side; `nil` where the index has
    /// no such paragraph.
    public func paragraph(id: String, context: Int) throws -> ParagraphResponse? {
        guard let slash = id.utf8.lastIndex(of: UInt8(ascii: "/")),
            let number = Int(id[id.index(after: slash)...]), number > 0,
            let place = pages.byIdentity[String(id[..<slash])]
        else { return nil }
        let count = pages.records[place].paragraphs
        guard number <= count, let first = firstDocument(ofPage: place) else { return nil }
        return try read { reader in
            func hits(_ numbers: Range<Int>) throws -> [Hit] {
                try numbers.map { number in
                    let document = first + UInt32(number - 1)
                    return hit(document, try stored(document, reader))
                }
            }
            return ParagraphResponse(
                index: manifest.description,
                paragraph: try hits(number..<number + 1)[0],
                before: try hits(max(1, number - context)..<number),
                after: try hits(number + 1..<max(number + 1, min(count, number + context) + 1)))
        }
    }

    /// The paragraphs of a page are added one after another, so their documents are successive.
    private func firstDocument(ofPage place: Int) -> UInt32? {
        columns.page.firstIndex(of: UInt32(place)).map { UInt32($0) }
    }
}
