extension UInt8 {
    /// The small letter of an ASCII capital; every other byte as it is.
    @inline(__always)
    var lowered: UInt8 { self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") ? self | 0x20 : self }

    var isASCIILetter: Bool { lowered >= UInt8(ascii: "a") && lowered <= UInt8(ascii: "z") }

    /// By a bit for each character: a test of ranges takes several steps for every byte of a text.
    @inline(__always)
    var isASCIILetterOrDigit: Bool {
        let set: UInt64 = self < 0x40 ? 0x03FF_0000_0000_0000 : 0x07FF_FFFE_07FF_FFFE
        return self < 0x80 && set &>> UInt64(self) & 1 != 0
    }

    var isASCIIDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}
