/// The folded form of each character, as `FoldingData` lists them.
///
/// A look-up is two steps: a page for each 256 code points, and in it the place of the folded form; the many pages that hold
/// nothing are one. Syllables of Hangul are worked out.
struct FoldingTable: Sendable {
    /// The table, read when a character beyond ASCII is met first, which takes about a millisecond.
    static let shared = FoldingTable()

    private var pageOf = [UInt8](repeating: 0, count: 0x1100)
    private var pages = [UInt16](repeating: Self.unchanged, count: 256)
    /// The folded forms in UTF-8, the length of each before it.
    private var forms: [UInt8] = [0, 0, 0]

    // Places among the folded forms.
    private static let unchanged: UInt16 = 0
    private static let accent: UInt16 = 1
    private static let invisible: UInt16 = 2

    private init() {
        FoldingData.entries.withUTF8Buffer { text in
            var reader = FoldingReader(text: text)
            while let entry = reader.next() {
                var place = place(of: entry, 0)
                for index in 0..<entry.count {
                    if entry.grows, index > 0 { place = self.place(of: entry, index) }
                    set(entry.first + index * entry.step, to: place)
                }
            }
        }
    }

    /// The place of the folded form of a character of an entry, which it adds.
    private mutating func place(of entry: FoldingEntry, _ index: UInt32) -> UInt16 {
        guard !entry.isInvisible else { return Self.invisible }
        guard !entry.target.isEmpty else { return Self.accent }
        let place = UInt16(forms.count)
        forms.append(0)
        for (offset, code) in entry.target.enumerated() {
            let isGrown = entry.grows && offset == entry.target.count - 1
            append(code: isGrown ? code + index * entry.step : code)
        }
        forms[Int(place)] = UInt8(forms.count - Int(place) - 1)
        return place
    }

    private mutating func append(code: UInt32) {
        if let letter = Unicode.Scalar(code).flatMap(UTF8.encode) { forms += letter }
    }

    private mutating func set(_ code: UInt32, to place: UInt16) {
        let high = Int(code >> 8)
        if pageOf[high] == 0 {
            pageOf[high] = UInt8(pages.count >> 8)
            pages += [UInt16](repeating: Self.unchanged, count: 256)
        }
        pages[Int(pageOf[high]) << 8 | Int(code & 0xFF)] = place
    }

    @inline(__always)
    private func place(of scalar: Unicode.Scalar) -> UInt16 {
        pages[Int(pageOf[Int(scalar.value >> 8)]) << 8 | Int(scalar.value & 0xFF)]
    }

    /// Returns true if the folded form of a character is another than itself.
    func changes(_ scalar: Unicode.Scalar) -> Bool {
        place(of: scalar) != Self.unchanged || Self.hangul.contains(scalar.value)
    }

    /// Returns true for a character that nobody sees: a soft hyphen, a zero-width space or joiner, a variation selector.
    func isInvisible(_ scalar: Unicode.Scalar) -> Bool { place(of: scalar) == Self.invisible }

    /// Appends the folded form of a character in UTF-8; an accent or an invisible character has none.
    func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        let place = Int(place(of: scalar))
        if place != Int(Self.unchanged) {
            bytes += forms[(place + 1)..<(place + 1 + Int(forms[place]))]
        } else if Self.hangul.contains(scalar.value) {
            Self.appendJamo(of: scalar.value - Self.hangul.lowerBound, to: &bytes)
        } else {
            bytes += UTF8.encode(scalar).map { Array($0) } ?? []
        }
    }

    private static let hangul: Range<UInt32> = 0xAC00..<0xD7A4

    /// Appends the letters of a syllable of Hangul, by the arithmetic of Unicode's chapter 3.12.
    private static func appendJamo(of index: UInt32, to bytes: inout [UInt8]) {
        let jamo = [0x1100 + index / 588, 0x1161 + index % 588 / 28, 0x11A7 + index % 28]
        for code in index % 28 == 0 ? jamo.dropLast() : jamo[...] {
            if let scalar = Unicode.Scalar(code), let letter = UTF8.encode(scalar) { bytes += letter }
        }
    }
}

/// An entry of `FoldingData`: `41*1A:61+`.
private struct FoldingEntry {
    var first: UInt32 = 0
    var count: UInt32 = 1
    var step: UInt32 = 1
    var target: [UInt32] = []
    var grows = false
    var isInvisible = false
}

/// Reads the entries of `FoldingData`, a byte at a time, because a search may wait for them.
private struct FoldingReader {
    let text: UnsafeBufferPointer<UInt8>
    private var offset = 0

    init(text: UnsafeBufferPointer<UInt8>) { self.text = text }

    mutating func next() -> FoldingEntry? {
        guard offset < text.count else { return nil }
        var entry = FoldingEntry(first: number())
        if takes("*") { entry.count = number() }
        if takes("/") { entry.step = number() }
        _ = takes(":")
        entry.isInvisible = takes("!")
        while offset < text.count, !takes(" ") {
            if takes("+") { entry.grows = true } else { entry.target.append(number()) }
            _ = takes("_")
        }
        return entry
    }

    private mutating func takes(_ mark: Unicode.Scalar) -> Bool {
        guard offset < text.count, text[offset] == UInt8(ascii: mark) else { return false }
        offset += 1
        return true
    }

    /// A number in hexadecimal digits.
    private mutating func number() -> UInt32 {
        var number: UInt32 = 0
        while offset < text.count, text[offset].isASCIILetterOrDigit {
            let digit = text[offset]
            number =
                number << 4
                | UInt32(digit.isASCIIDigit ? digit - UInt8(ascii: "0") : digit - UInt8(ascii: "A") + 10)
            offset += 1
        }
        return number
    }
}
