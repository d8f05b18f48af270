// A set of small numbers, a bit for each, 64 to a word.

extension UnsafePointer<UInt64> {
    /// Returns true if the set holds a number.
    @inline(__always)
    func holds(_ number: Int) -> Bool { self[number >> 6] & UInt64.bit(number) != 0 }
}

extension UnsafeMutablePointer<UInt64> {
    /// Returns true if the set holds a number.
    @inline(__always)
    func holds(_ number: Int) -> Bool { self[number >> 6] & UInt64.bit(number) != 0 }

    @inline(__always)
    func insert(_ number: Int) { self[number >> 6] |= UInt64.bit(number) }

    @inline(__always)
    func remove(_ number: Int) { self[number >> 6] &= ~UInt64.bit(number) }
}

extension UInt64 {
    /// The bit of a number in its word.
    @inline(__always)
    static func bit(_ number: Int) -> UInt64 { 1 &<< UInt64(truncatingIfNeeded: number) }
}

extension FixedWidthInteger where Self: UnsignedInteger {
    /// Calls `body` with the number of each bit that is set, ascending.
    @inline(__always)
    func forEachBit(_ body: (_ number: Int) throws -> Void) rethrows {
        var rest = self
        while rest != 0 {
            try body(rest.trailingZeroBitCount)
            rest &= rest &- 1
        }
    }
}
