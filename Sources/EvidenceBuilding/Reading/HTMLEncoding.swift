internal import Evidence
internal import EvidenceReading

/// The character set of a saved web page.
///
/// libxml2 is always given UTF-8, so that no page chooses which of the C library's converters reads it.
enum HTMLEncoding {
    /// The bytes are valid UTF-8, whatever the page declares: a declaration outlives a page that was saved again.
    case utf8
    /// A byte order mark says so.
    case utf16
    /// Every other page, because browsers read the Western European character sets as this one.
    case windows1252

    /// The byte order mark of UTF-8.
    static let utf8Mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    init(_ html: [UInt8]) {
        if Self.isUTF16(html) {
            self = .utf16
        } else {
            self = String(validating: html, as: UTF8.self) == nil ? .windows1252 : .utf8
        }
    }

    /// Returns true if the bytes begin with a byte order mark of UTF-16.
    static func isUTF16(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    }

    /// The page in UTF-8; U+0080 to U+009F stand for what windows-1252 has there.
    func utf8(_ html: [UInt8]) -> [UInt8] {
        switch self {
        case .utf8: return html
        case .utf16:
            let isLittle = html[0] == 0xFF
            let units = stride(from: 2, to: html.count - 1, by: 2).map { index in
                let (first, second) = (UInt16(html[index]), UInt16(html[index + 1]))
                return isLittle ? second << 8 | first : first << 8 | second
            }
            return Array(String(decoding: units, as: UTF16.self).utf8)
        case .windows1252:
            var utf8: [UInt8] = []
            utf8.reserveCapacity(html.count + html.count / 8)
            for byte in html {
                if byte < 0x80 { utf8.append(byte) } else { utf8 += [0xC0 | byte >> 6, 0x80 | byte & 0x3F] }
            }
            return utf8
        }
    }

    /// The number of the first line, from 1, that isn't UTF-8.
    static func firstForeignLine(of bytes: [UInt8]) -> Int {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return 1 + (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0)
    }
}
