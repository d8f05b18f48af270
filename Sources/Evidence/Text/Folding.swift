/// The form of a text in which it is matched, so that what looks the same is found the same: `Café`, `CAFE` and `oﬃce` are
/// `cafe`, `cafe` and `office`.
///
/// By Unicode (NFKC_Casefold, without accents) letters are small, ligatures, full-width forms and superscripts are what they
/// stand for, and invisible characters go. The letters `æ œ ø ł đ ð þ ħ ŧ ı ŋ` and the letter apostrophes are ours.
public enum Folding {
    /// The checksum of the table of characters: words that were indexed by another may be others.
    public static var version: UInt32 { FoldingData.checksum }

    /// The folded form of a text, in canonically decomposed characters; it is its own folded form.
    public static func folded(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text.lowercased() }
        let table = FoldingTable.shared
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars { table.append(scalar, to: &bytes) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the folded form of a character in UTF-8; an accent or an invisible character has none.
    package static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        FoldingTable.shared.append(scalar, to: &bytes)
    }
}

extension StringProtocol {
    /// The text without the characters that nobody sees, Unicode's default ignorable ones: soft hyphens, zero-width spaces
    /// and joiners, byte order marks, variation selectors.
    public var visible: String {
        guard utf8.contains(where: { $0 >= 0x80 }) else { return String(self) }
        let table = FoldingTable.shared
        guard unicodeScalars.contains(where: { table.isInvisible($0) }) else { return String(self) }
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars where !table.isInvisible(scalar) { result.append(scalar) }
        return String(result)
    }
}

extension RandomAccessCollection<UInt8> where Index == Int {
    /// The character of UTF-8 at an index, and how many bytes it takes up.
    package func scalar(at start: Int) -> (scalar: Unicode.Scalar, width: Int) {
        let lead = self[start]
        guard lead >= 0x80 else { return (Unicode.Scalar(lead), 1) }
        let width = Swift.min(lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4, endIndex - start)
        var value = UInt32(lead & (0xFF >> UInt8(width + 1)))
        for byte in self[(start + 1)..<(start + width)] { value = value << 6 | UInt32(byte & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
    }
}
