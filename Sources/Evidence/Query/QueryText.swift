/// The text of a query, by bytes and by words.
struct QueryText {
    let bytes: [UInt8]
    private let words: [TextWord]

    init(_ text: String) {
        bytes = Array(text.utf8)
        words = TextWord.words(of: text)
    }

    /// The word that begins at byte `start`; `nil` if none does.
    func word(at start: Int) -> TextWord? {
        var low = 0, high = words.count
        while low < high {
            let middle = (low + high) / 2
            if words[middle].range.lowerBound < start { low = middle + 1 } else { high = middle }
        }
        return low < words.count && words[low].range.lowerBound == start ? words[low] : nil
    }

    /// The word that a hyphen ties to the one ending at byte `end`: `home` to `at` in `stay-at-home`.
    func word(joinedTo end: Int) -> TextWord? {
        guard let (_, next) = scalar(at: end), let word = word(at: next), word.isJoined else { return nil }
        return word
    }

    /// The text of a range, as it stands.
    func typed(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The Unicode scalar at a byte, and where the next begins; `nil` at the end.
    func scalar(at start: Int) -> (Unicode.Scalar, next: Int)? {
        guard start < bytes.count else { return nil }
        let lead = bytes[start]
        guard lead >= 0x80 else { return (Unicode.Scalar(lead), start + 1) }
        let width = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        let end = min(start + width, bytes.count)
        var value = UInt32(lead & (0xFF >> UInt8(width + 1)))
        for byte in bytes[(start + 1)..<end] { value = value << 6 | UInt32(byte & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", end)
    }

    /// Returns true if this character is at the byte.
    func holds(_ character: Unicode.Scalar, at start: Int) -> Bool { scalar(at: start)?.0 == character }
}
