internal import Evidence

/// The lines of a file that is text.
enum PageText {
    /// The file's lines, without the space at their ends and without invisible characters, which nobody could search for;
    /// the first is line 1 of the file.
    ///
    /// LF, CRLF and a lone CR end a line.
    static func lines(of bytes: [UInt8]) throws(PageError) -> [String] {
        guard bytes.count <= PageReader.largestPage else { throw .tooLarge(bytes: bytes.count) }
        guard !bytes.contains(where: isForeignToText) else { throw .binary }
        let lines = try split(bytes)
        guard !lines.allSatisfy(\.isEmpty) else { throw .empty }
        return lines
    }

    /// A control character that no saved page has: every one but tab, line feed, form feed and carriage return.
    private static func isForeignToText(_ byte: UInt8) -> Bool {
        byte < 0x20 && !(0x09...0x0D).contains(byte) || byte == 0x0B
    }

    private static func split(_ bytes: [UInt8]) throws(PageError) -> [String] {
        var lines: [String] = []
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex { $0 == lineFeed || $0 == carriageReturn } ?? bytes.count
            guard let line = String(validating: bytes[start..<end], as: UTF8.self) else {
                throw .notUTF8(line: lines.count + 1)
            }
            lines.append(StrayMarkup.removed(from: trimmed(line.visible) + softHyphen(of: line)))
            start = end + (bytes[end...].starts(with: [carriageReturn, lineFeed]) ? 2 : 1)
        }
        return lines
    }

    /// The soft hyphen at a line's end, which says that a word goes on in the next.
    private static func softHyphen(of line: String) -> String {
        line.unicodeScalars.last { !isSpace($0) } == Hyphens.soft ? String(Hyphens.soft) : ""
    }

    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    private static func trimmed(_ line: String) -> String {
        let scalars = line.unicodeScalars.drop(while: isSpace)
        guard let last = scalars.lastIndex(where: { !isSpace($0) }) else { return "" }
        return String(scalars[...last])
    }

    /// White space, the non-breaking ones among it.
    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
}
