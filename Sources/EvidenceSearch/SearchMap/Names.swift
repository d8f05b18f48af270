internal import Glibc

/// Names in byte order, found by bisection.
package struct Names: Sendable {
    // nonisolated(unsafe): the buffers point into the file, which its owner holds and nobody writes to.
    nonisolated(unsafe) private let bytes: UnsafeBufferPointer<UInt8>
    nonisolated(unsafe) private let starts: UnsafeBufferPointer<UInt32>

    /// Names of a map; throws if they are not in byte order, or one is there twice.
    init(
        _ file: SearchMapSections, _ bytes: SearchMapLayout.Section, starts: SearchMapLayout.Section
    ) throws(IndexError) {
        self.bytes = try file.values(bytes)
        self.starts = try file.values(starts)
        try file.require(self.starts.areStarts(of: self.bytes.count), starts)
        let all = self
        try file.require((0..<count).dropFirst().allSatisfy { all[$0 - 1].precedes(all[$0]) }, bytes)
    }

    package var count: Int { starts.count - 1 }

    /// The bytes of a name.
    package subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[Int(starts[index])..<Int(starts[index + 1])])
    }

    /// The index of a name; `nil` if there is no such name.
    package func index(of name: String) -> Int? {
        let index = lowerBound(name)
        return index < count && self[index].elementsEqual(name.utf8) ? index : nil
    }

    /// The indices of the names that begin so.
    package func indices(beginning prefix: String) -> Range<Int> {
        let start = lowerBound(prefix)
        var end = start
        while end < count, self[end].starts(with: prefix.utf8) { end += 1 }
        return start..<end
    }

    /// The index of the first name that isn't before this one.
    private func lowerBound(_ name: String) -> Int {
        var name = name
        return name.withUTF8 { name in
            var (low, high) = (0, count)
            while low < high {
                let middle = (low + high) / 2
                if self[middle].precedes(name) { low = middle + 1 } else { high = middle }
            }
            return low
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Returns true if these bytes come before other bytes: `memcmp(3)`, and the shorter of two that begin alike.
    fileprivate func precedes(_ other: Self) -> Bool {
        guard let start = baseAddress, let otherStart = other.baseAddress else { return count < other.count }
        let order = memcmp(start, otherStart, Swift.min(count, other.count))
        return order != 0 ? order < 0 : count < other.count
    }
}
