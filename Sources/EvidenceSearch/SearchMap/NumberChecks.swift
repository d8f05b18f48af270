// Plain loops over whole arrays, which the compiler turns into a few instructions for several numbers at once.

extension UnsafeBufferPointer where Element: FixedWidthInteger & UnsignedInteger {
    /// Returns true if every number is below `end`.
    func areBelow(_ end: Int) -> Bool {
        var greatest: Element = 0
        for number in self { greatest = Swift.max(greatest, number) }
        return isEmpty || greatest < end
    }

    /// Returns true if every number is below `end`, or is the greatest number there is, which stands for none.
    func areBelow(_ end: Int, or none: Element) -> Bool {
        assert(none == .max)
        var greatest: Element = 0
        for number in self { greatest = Swift.max(greatest, number &+ 1) }
        return greatest <= end
    }

    /// Returns true if these are the starts of rows of `count` values in all, each where the one before ends, and the end
    /// of the last.
    func areStarts(of count: Int) -> Bool {
        guard let first, let last else { return false }
        return first == 0 && last == count && countOfNeighbours { $0 > $1 } == 0
    }

    /// For how many numbers `holds` is true of the one before and them.
    @inline(__always)
    func countOfNeighbours(_ holds: (_ before: Element, _ number: Element) -> Bool) -> Int {
        var found = 0
        for index in indices.dropFirst() { found &+= holds(self[index &- 1], self[index]) ? 1 : 0 }
        return found
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// True if the bytes are UTF-8.
    var areUTF8: Bool {
        do {
            _ = try UTF8Span(validating: span)
            return true
        } catch {
            return false
        }
    }

    /// Returns true if a range lies within a text in UTF-8 and cuts no letter.
    func holds(_ range: Range<Int>) -> Bool {
        range.upperBound <= count && isBoundary(range.lowerBound) && isBoundary(range.upperBound)
    }

    private func isBoundary(_ offset: Int) -> Bool { offset == count || self[offset] & 0xC0 != 0x80 }
}
