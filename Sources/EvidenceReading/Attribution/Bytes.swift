extension UInt8 {
    var isUpper: Bool { self >= 0x41 && self <= 0x5A }
    var isLower: Bool { self >= 0x61 && self <= 0x7A }
    var isDigit: Bool { self >= 0x30 && self <= 0x39 }
    var isLetterOrDigit: Bool { isUpper || isLower || isDigit }
    /// The small letter of an ASCII capital; every other byte as it is.
    var lowered: UInt8 { isUpper ? self | 0x20 : self }
}

// These read UTF-8 byte by byte, because making characters of it takes most of the time over a million paragraphs.
extension [UInt8] {
    /// The bytes of the white space that begins here, a non-breaking space included; 0 if none does.
    func spaceWidth(at index: Int) -> Int {
        switch self[index] {
        case 0x20, 0x09, 0x0A, 0x0D: 1
        case 0xC2 where index + 1 < count && self[index + 1] == 0xA0: 2
        default: 0
        }
    }

    /// The bytes of the white space that ends before this index; 0 if none does.
    func spaceWidth(before index: Int) -> Int {
        switch self[index - 1] {
        case 0x20, 0x09, 0x0A, 0x0D: 1
        case 0xA0 where index > 1 && self[index - 2] == 0xC2: 2
        default: 0
        }
    }

    /// The bytes of the quotation mark or apostrophe here, curly, straight or another; 0 if none stands.
    func quoteWidth(at index: Int) -> Int {
        switch self[index] {
        case UInt8(ascii: "'"), UInt8(ascii: "\""): 1
        // U+2018, U+2019, U+201C and U+201D are E2 80 98, 99, 9C and 9D.
        case 0xE2
        where index + 2 < count && self[index + 1] == 0x80 && (0x98...0x9D).contains(self[index + 2]):
            3
        // The letter apostrophe, U+02BC, is CA BC, and the full-width one, U+FF07, EF BC 87.
        case 0xCA where index + 1 < count && self[index + 1] == 0xBC: 2
        case 0xEF where index + 2 < count && self[index + 1] == 0xBC && self[index + 2] == 0x87: 3
        default: 0
        }
    }

    /// The index behind the quotation marks and brackets that close here.
    func endOfClosingMarks(from index: Int) -> Int {
        var end = index
        while end < count {
            let width = self[end] == UInt8(ascii: ")") ? 1 : quoteWidth(at: end)
            // An opening quotation mark belongs to the next sentence.
            guard width > 0, !(width == 3 && [0x98, 0x9C].contains(self[end + 2])) else { break }
            end += width
        }
        return end
    }

    /// The word, with the full stops inside it, that ends before this index or before the space there.
    func wordBefore(_ index: Int) -> Range<Int> {
        var upper = index
        while upper > 0, case let width = spaceWidth(before: upper), width > 0 { upper -= width }
        var lower = upper
        // No abbreviation is longer; without an end, a megabyte of full stops would take minutes.
        while lower > 0, upper - lower < 24,
            self[lower - 1].isLetterOrDigit || self[lower - 1] == UInt8(ascii: ".")
        {
            lower -= 1
        }
        return lower..<upper
    }
}
