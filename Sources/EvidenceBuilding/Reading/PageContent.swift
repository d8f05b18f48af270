internal import Evidence
internal import EvidenceReading

/// The text of a file, and the addresses that a saved web page calls its own.
struct PageContent {
    /// The file's own text, or the text that was taken from a saved web page, by whose lines paragraphs are counted.
    let text: [UInt8]
    let addresses: [String]

    /// Reads bytes from a file of this name; text that begins as HTML does is read as HTML, by the helper.
    init(_ bytes: [UInt8], named path: String, by helper: PageHelper) throws {
        guard bytes.count <= PageReader.largestFile else { throw PageError.tooLarge(bytes: bytes.count) }
        let bytes = try TextEncoding.utf16(bytes).map { try $0.utf8(bytes) } ?? bytes
        guard PageKind(path) == .html || Self.beginsAsHTML(bytes) else {
            guard !bytes.starts(with: Array("%PDF-".utf8)) else {
                throw UnreadableFile(reason: PageKind.notUnderstood("a PDF"))
            }
            guard bytes.count <= PageReader.largestPage else { throw PageError.tooLarge(bytes: bytes.count) }
            guard !bytes.contains(0) else { throw PageError.binary }
            (text, addresses) = (bytes, [])
            return
        }
        guard !bytes.contains(0) else { throw PageError.binary }
        let page = bytes.count > PageReader.largestPage ? InlineData.removed(from: bytes) : bytes
        guard page.count <= PageReader.largestPage else { throw PageError.tooLarge(bytes: page.count) }
        do {
            let html = try HTMLText(page, by: helper)
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

/// The pictures and fonts that a saved web page holds in itself: `data:image/png;base64,iVBORw0…`.
enum InlineData {
    /// The page without what follows `;base64,`, which is no text of it.
    static func removed(from page: [UInt8]) -> [UInt8] {
        let mark = Array(";base64,".utf8)
        var kept: [UInt8] = []
        var start = 0
        var index = 0
        while index < page.count {
            guard page[index] == mark[0], page[index...].starts(with: mark) else {
                index += 1
                continue
            }
            kept += page[start..<index + mark.count]
            start = page[(index + mark.count)...].firstIndex { !isData($0) } ?? page.count
            index = start
        }
        return kept + page[start...]
    }

    private static func isData(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="),
            UInt8(ascii: "%"):
            true
        default: false
        }
    }
}
