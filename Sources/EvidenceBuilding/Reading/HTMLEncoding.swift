internal import Evidence
internal import EvidenceReading

/// The character set of a saved web page that isn't UTF-16.
///
/// libxml2 is always given UTF-8, so that no page chooses which of the C library's converters reads it.
enum HTMLEncoding {
    /// The bytes are valid UTF-8, whatever the page declares: a declaration outlives a page that was saved again.
    case utf8
    /// Every other page, because browsers read the Western European character sets as this one.
    case windows1252

    /// The byte order mark of UTF-8.
    static let utf8Mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    init(_ html: [UInt8]) { self = String(validating: html, as: UTF8.self) == nil ? .windows1252 : .utf8 }

    /// The page in UTF-8; U+0080 to U+009F stand for what windows-1252 has there.
    func utf8(_ html: [UInt8]) -> [UInt8] {
        guard self == .windows1252 else { return html }
        var utf8: [UInt8] = []
        utf8.reserveCapacity(html.count + html.count / 8)
        for byte in html {
            if byte < 0x80 { utf8.append(byte) } else { utf8 += [0xC0 | byte >> 6, 0x80 | byte & 0x3F] }
        }
        return utf8
    }

    /// The number of the first line, from 1, that isn't UTF-8.
    static func firstForeignLine(of bytes: [UInt8]) -> Int {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return 1 + (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0)
    }
}

/// The order of the two bytes of UTF-16, in which Windows saves text as "Unicode".
enum TextEncoding {
    case littleEndian, bigEndian

    /// The order of a text in UTF-16: its byte order mark says so, or that nearly every second byte is 0, as in English.
    static func utf16(_ bytes: [UInt8]) -> TextEncoding? {
        if bytes.starts(with: [0xFF, 0xFE]) { return .littleEndian }
        if bytes.starts(with: [0xFE, 0xFF]) { return .bigEndian }
        let start = bytes.prefix(4_096)
        guard start.count >= 8, bytes.count.isMultiple(of: 2) else { return nil }
        let zeros = start.indices.filter { start[$0] == 0 }
        let odd = zeros.count { !$0.isMultiple(of: 2) }
        guard zeros.count * 10 >= start.count * 4, odd == 0 || odd == zeros.count else { return nil }
        return odd == 0 ? .bigEndian : .littleEndian
    }

    /// The text in UTF-8, without its byte order mark.
    func utf8(_ bytes: [UInt8]) throws(PageError) -> [UInt8] {
        let units = stride(from: 0, to: bytes.count - 1, by: 2).map { index in
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return self == .littleEndian ? second << 8 | first : first << 8 | second
        }
        guard let text = String(validating: units, as: UTF16.self) else { throw .binary }
        return Array(text.utf8)
    }
}
