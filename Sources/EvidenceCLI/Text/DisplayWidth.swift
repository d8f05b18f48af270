/// Returns the number of columns that a text takes on a terminal: a wide character takes two.
func displayWidth(_ text: some StringProtocol) -> Int {
    let ascii = text.utf8.withContiguousStorageIfAvailable { $0.allSatisfy { $0 < 0x80 } ? $0.count : nil }
    if let columns = ascii ?? nil { return columns }
    var columns = 0
    // Each narrow scalar is a character by itself; finding the characters takes longer.
    for scalar in text.unicodeScalars {
        guard scalar.isNarrow else { return text.reduce(0) { $0 + $1.displayWidth } }
        columns += 1
    }
    return columns
}

extension Character {
    /// 0, 1 or 2 columns.
    var displayWidth: Int {
        guard let first = unicodeScalars.first else { return 0 }
        if first.isNarrow { return 1 }
        if first.isWide || unicodeScalars.contains("\u{FE0F}") { return 2 }
        switch first.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return 1
        }
    }
}

extension StringProtocol {
    /// The longest prefix that fits into so many columns.
    func prefix(columns: Int) -> SubSequence {
        var room = columns
        return prefix { character in
            room -= character.displayWidth
            return room >= 0
        }
    }
}

extension Unicode.Scalar {
    /// True for the letters of Europe, the quotation marks and dashes of our pages, and bars: one column each, without
    /// a look into tables.
    fileprivate var isNarrow: Bool {
        switch value {
        case 0..<0x300, 0x2010...0x2027, 0x2580...0x259F: true
        default: false
        }
    }

    /// True for East Asian Wide and Fullwidth (UAX #11), and for characters that are emoji by themselves.
    fileprivate var isWide: Bool {
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,
            0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            true
        case 0x231A...0x1FAFF: properties.isEmojiPresentation
        default: false
        }
    }

    /// True in the blocks of scripts that are written from right to left: Hebrew, Arabic, Syriac and their neighbours.
    var isRightToLeft: Bool {
        switch value {
        case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }
}
