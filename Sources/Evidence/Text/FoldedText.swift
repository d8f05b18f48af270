/// A text in the form in which its words are found, and where in the text each of its bytes comes from.
///
/// It is folded, and beyond what Unicode knows: superscript digits and trade marks are notes and no part of a word, except the
/// exponents of units (`m²`); fractions, numbers in circles and other symbols stand apart, as `2½` does, which is 2 and 1⁄2.
struct FoldedText {
    private(set) var bytes: [UInt8] = []
    /// Where the character begins that a byte comes from; behind the last, the end of the text.
    private var origins: [Int] = []
    /// Where an exponent stands behind its unit, until the character behind it shows that it is one.
    private var exponent: Int?

    private static let space = UInt8(ascii: " ")
    /// The units that have exponents.
    private static let units = ["m", "cm", "mm", "km", "ft"].map { Array($0.utf8) }

    /// Folds a text in UTF-8; `nil` if its words stand there as they are, but for capitals.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        guard Self.isChanged(text) else { return nil }
        let table = FoldingTable.shared
        bytes.reserveCapacity(text.count + text.count / 8)
        origins.reserveCapacity(text.count + text.count / 8)
        var at = 0
        while at < text.count {
            var width = 1
            if text[at] < 0x80 {
                bytes.append(text[at].lowered)
            } else {
                let scalar: Unicode.Scalar
                (scalar, width) = text.scalar(at: at)
                append(scalar, by: table)
            }
            if exponent != nil { checkExponent() }
            while origins.count < bytes.count { origins.append(at) }
            at += width
        }
        origins.append(text.count)
    }

    /// The range of the text that a range of `bytes` comes from, with the accents behind it; it holds whole characters.
    func origin(of range: Range<Int>) -> Range<Int> {
        var end = range.upperBound
        // Of a character that stands for several words, each of them has the whole.
        while origins[end] == origins[range.upperBound - 1] { end += 1 }
        return origins[range.lowerBound]..<origins[end]
    }

    private mutating func append(_ scalar: Unicode.Scalar, by table: FoldingTable) {
        if scalar == "²" || scalar == "³", endsInUnit {
            exponent = bytes.count
            bytes.append(UInt8(ascii: scalar == "²" ? "2" : "3"))
        } else if scalar.isNoteMark {
            bytes.append(Self.space)
        } else {
            let start = bytes.count
            table.append(scalar, to: &bytes)
            // Some letters of Arabic are several words too.
            guard scalar.standsApart || bytes[start...].dropFirst().contains(Self.space) else { return }
            bytes.insert(Self.space, at: start)
            bytes.append(Self.space)
        }
    }

    /// Makes a space of the exponent if a word goes on behind it.
    private mutating func checkExponent() {
        guard let exponent, exponent + 1 < bytes.count else { return }
        let next = bytes[exponent + 1]
        if next.isASCIILetterOrDigit || next >= 0x80 { bytes[exponent] = Self.space }
        self.exponent = nil
    }

    private var endsInUnit: Bool {
        let start = bytes.lastIndex { !$0.isASCIILetter }.map { $0 + 1 } ?? 0
        return Self.units.contains { $0.elementsEqual(bytes[start...]) }
    }

    /// Returns true if a character of the text is another in its words.
    private static func isChanged(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard var at = text.firstBeyondASCII(from: 0) else { return false }
        let table = FoldingTable.shared
        while true {
            let (scalar, width) = text.scalar(at: at)
            if !scalar.isPunctuation, table.changes(scalar) || scalar.standsApart { return true }
            guard let next = text.firstBeyondASCII(from: at + width) else { return false }
            at = next
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The first byte from an offset on that is no ASCII; eight at a time, because nearly all are.
    fileprivate func firstBeyondASCII(from start: Int) -> Int? {
        let bytes = UnsafeRawBufferPointer(self)
        var at = start
        while at + 8 <= count,
            bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        { at += 8 }
        return self[at...].firstIndex { $0 >= 0x80 }
    }
}

extension Unicode.Scalar {
    /// True of the commonest characters beyond ASCII, which no word holds: quotation marks, dashes, bullets, the non-breaking
    /// space, `…` and `£`.
    fileprivate var isPunctuation: Bool {
        switch value {
        case 0x2010...0x2023, 0x2026, 0x2027, 0xA0, 0xA3: true
        default: false
        }
    }

    /// True of a superscript digit, `™` and `℠`.
    var isNoteMark: Bool {
        switch value {
        case 0xB2, 0xB3, 0xB9, 0x2070, 0x2074...0x2079, 0x2120, 0x2122: true
        default: false
        }
    }

    /// True of a number or symbol that is no part of the word beside it; a subscript is, as in `CO₂`.
    fileprivate var standsApart: Bool {
        switch properties.generalCategory {
        case .otherNumber: !(0x2080...0x2089).contains(value)
        case .otherSymbol: true
        default: false
        }
    }
}
