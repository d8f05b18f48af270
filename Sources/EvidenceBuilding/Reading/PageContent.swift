internal import Evidence
internal import EvidenceReading

/// What is to be read of a file: its text, and for a saved web page the address that it calls its own.
struct PageContent {
    /// The file's own text; for a saved web page the text that was taken from it, whose lines are the ones that
    /// paragraphs are then found at.
    let text: [UInt8]
    let url: String?

    /// Reads bytes from a file of this name; what calls itself text and begins as HTML is read as HTML.
    init(_ bytes: [UInt8], named path: String) throws {
        guard bytes.count <= PageReader.largestPage else { throw PageError.tooLarge(bytes: bytes.count) }
        guard PageKind(path) == .html || Self.beginsAsHTML(bytes) else {
            guard !bytes.starts(with: Array("%PDF-".utf8)) else {
                throw UnreadableFile(reason: PageKind.notUnderstood("a PDF"))
            }
            (text, url) = (bytes, nil)
            return
        }
        guard Self.isUTF16(bytes) || !bytes.contains(0) else { throw PageError.binary }
        do {
            let html = try HTMLText(bytes)
            (text, url) = (html.text, html.address)
        } catch let error as PageLibraryError {
            if error.isNotUTF8 { throw PageError.notUTF8(line: Self.firstForeignLine(of: bytes)) }
            throw UnreadableFile(reason: "not understood as HTML: \(error)")
        }
    }

    private static func beginsAsHTML(_ bytes: [UInt8]) -> Bool {
        let start = String(decoding: bytes.prefix(200), as: UTF8.self)
            .drop { $0.isWhitespace || $0 == "\u{FEFF}" }.lowercased()
        return start.hasPrefix("<!doctype html") || start.hasPrefix("<html")
    }

    private static func isUTF16(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    }

    private static func firstForeignLine(of bytes: [UInt8]) -> Int {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return 1 + (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0)
    }
}
