extension JSONEscape {
    /// The bytes with the characters that their escapes stand for; `nil` if an escape isn't one.
    static func replaced(in bytes: ArraySlice<UInt8>) -> [UInt8]? {
        var rest = bytes
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\") else {
                result.append(byte)
                continue
            }
            guard let scalar = scalar(behindBackslash: &rest) else { return nil }
            result += String(scalar).utf8
        }
        return result
    }

    private static func scalar(behindBackslash rest: inout ArraySlice<UInt8>) -> Unicode.Scalar? {
        switch rest.popFirst() {
        case UInt8(ascii: "u"): return scalar(ofDigits: &rest)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case let byte? where "\"\\/".utf8.contains(byte): return Unicode.Scalar(byte)
        default: return nil
        }
    }

    /// The character of four hex digits; of two escapes where it is beyond U+FFFF.
    private static func scalar(ofDigits rest: inout ArraySlice<UInt8>) -> Unicode.Scalar? {
        guard let first = unit(ofDigits: &rest) else { return nil }
        guard UTF16.isLeadSurrogate(first) else { return Unicode.Scalar(first) }
        guard rest.popFirst() == UInt8(ascii: "\\"), rest.popFirst() == UInt8(ascii: "u"),
            let second = unit(ofDigits: &rest), UTF16.isTrailSurrogate(second)
        else { return nil }
        return UTF16.decode(UTF16.EncodedScalar([first, second]))
    }

    private static func unit(ofDigits rest: inout ArraySlice<UInt8>) -> UInt16? {
        let digits = rest.prefix(4)
        rest = rest.dropFirst(4)
        guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else {
            return nil
        }
        return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}
