/// What a website leaves in its text by mistake: `./p>` at the end of a paragraph, "(opens in a new tab)".
enum StrayMarkup {
    /// The text without it; usually the text itself.
    static func removed(from text: String) -> String {
        var text = text
        if text.utf8.contains(UInt8(ascii: ">")) { text = withoutTags(text) }
        if text.utf8.count > 18, text.lowercased().contains("opens in ") { text = withoutTabs(text) }
        return text
    }

    private static let names: Set<String> = [
        "a", "b", "br", "div", "em", "h2", "h3", "h4", "i", "li", "ol", "p", "span", "strong", "u", "ul",
    ]

    private static func withoutTags(_ text: String) -> String {
        var kept: [UInt8] = []
        var hasRemoved = false
        for byte in text.utf8 {
            if byte == UInt8(ascii: ">"), let start = startOfTag(in: kept) {
                kept.removeLast(kept.count - start)
                hasRemoved = true
                continue
            }
            // Where a tag stood two paragraphs may have met.
            if hasRemoved, let last = kept.last, last != UInt8(ascii: " "), isLetter(byte) {
                kept.append(UInt8(ascii: " "))
            }
            hasRemoved = false
            kept.append(byte)
        }
        return String(decoding: kept, as: UTF8.self).trimmed
    }

    /// The index where `</p`, `<br /`, or behind a sign or a space `/p`, begins at the end of these bytes.
    private static func startOfTag(in bytes: [UInt8]) -> Int? {
        var end = bytes.count
        if end > 0, bytes[end - 1] == UInt8(ascii: "/") { end -= 1 }
        while end > 0, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
        var start = end
        while start > 0, end - start < 6,
            isLetter(bytes[start - 1]) || (0x30...0x39).contains(bytes[start - 1])
        {
            start -= 1
        }
        guard names.contains(String(decoding: bytes[start..<end], as: UTF8.self).lowercased()) else {
            return nil
        }
        let hasSlash = start > 0 && bytes[start - 1] == UInt8(ascii: "/")
        if hasSlash { start -= 1 }
        if start > 0, bytes[start - 1] == UInt8(ascii: "<") { return start - 1 }
        guard hasSlash, start > 0 else { return hasSlash ? start : nil }
        return isLetter(bytes[start - 1]) || bytes[start - 1] == UInt8(ascii: "/") ? nil : start
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    private static func withoutTabs(_ text: String) -> String {
        var text = text
        for name in [
            "opens in a new tab", "opens in new tab", "opens in a new window", "opens in new window",
        ] {
            while let range = text.lowercased() == text
                ? text.firstRange(of: name) : range(of: name, in: text)
            {
                var start = range.lowerBound
                var end = range.upperBound
                while start > text.startIndex, "([, ".contains(text[text.index(before: start)]) {
                    start = text.index(before: start)
                }
                while end < text.endIndex, ")]".contains(text[end]) { end = text.index(after: end) }
                text.removeSubrange(start..<end)
            }
        }
        return text
    }

    private static func range(of name: String, in text: String) -> Range<String.Index>? {
        for start in text.indices {
            guard let end = text.index(start, offsetBy: name.count, limitedBy: text.endIndex) else {
                return nil
            }
            if text[start..<end].lowercased() == name { return start..<end }
        }
        return nil
    }
}

extension String {
    /// The text without white space at its ends.
    var trimmed: String {
        String(drop(while: \.isWhitespace).trimmingSuffix(while: \.isWhitespace))
    }
}
