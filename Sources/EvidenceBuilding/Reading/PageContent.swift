internal import Evidence
internal import EvidenceReading

/// The text of a file, and the addresses that a saved web page calls its own.
struct PageContent {
    /// The file's own text, or the text that was taken from a saved web page, by whose lines paragraphs are counted.
    let text: [UInt8]
    let addresses: [String]

    /// Reads bytes from a file of this name; text that begins as HTML does is read as HTML, by the helper.
    init(_ bytes: [UInt8], named path: String, by helper: PageHelper) throws {
        guard bytes.count <= PageReader.largestPage else { throw PageError.tooLarge(bytes: bytes.count) }
        guard PageKind(path) == .html || Self.beginsAsHTML(bytes) else {
            guard !bytes.starts(with: Array("%PDF-".utf8)) else {
                throw UnreadableFile(reason: PageKind.notUnderstood("a PDF"))
            }
            (text, addresses) = (bytes, [])
            return
        }
        guard HTMLEncoding.isUTF16(bytes) || !bytes.contains(0) else { throw PageError.binary }
        do {
            let html = try HTMLText(bytes, by: helper)
            (text, addresses) = (html.text, html.addresses)
        } catch let error as ReadingFault {
            throw UnreadableFile(reason: "not understood as HTML: \(error)")
        }
    }

    private static func beginsAsHTML(_ bytes: [UInt8]) -> Bool {
        let start = String(decoding: bytes.prefix(200), as: UTF8.self)
            .drop { $0.isWhitespace || $0 == "\u{FEFF}" }.lowercased()
        return start.hasPrefix("<!doctype html") || start.hasPrefix("<html")
    }
}
