/// The documents of a window that match a part of a query, what they weigh, and in whose sentences the words stand.
///
/// A document goes by its index in the window. Weights and groups are kept for matches alone, and undefined elsewhere.
final class WindowMatches {
    private static let words = Window.size / 64
    private let bits: UnsafeMutablePointer<UInt64>
    private let kept: UnsafeMutablePointer<UInt64>
    private let weights: UnsafeMutablePointer<Double>
    private let groups: UnsafeMutablePointer<UInt16>
    /// The number of matches.
    private(set) var count = 0

    // Pointers, because an array's checks of bounds and of exclusive access cost more than the work on its elements.
    init() {
        bits = .allocate(capacity: Self.words)
        kept = .allocate(capacity: Self.words)
        weights = .allocate(capacity: Window.size)
        groups = .allocate(capacity: Window.size)
        bits.initialize(repeating: 0, count: Self.words)
        kept.initialize(repeating: 0, count: Self.words)
    }

    deinit {
        bits.deallocate()
        kept.deallocate()
        weights.deallocate()
        groups.deallocate()
    }

    /// Forgets every match.
    func clear() {
        bits.update(repeating: 0, count: Self.words)
        count = 0
    }

    @inline(__always)
    func contains(_ index: Int) -> Bool { bits.holds(index) }

    /// Returns true if each match is also among `others`.
    func isSubset(of others: WindowMatches) -> Bool {
        (0..<Self.words).allSatisfy { bits[$0] & ~others.bits[$0] == 0 }
    }

    /// Adds a match.
    @inline(__always)
    func insert(_ index: Int, _ weight: Double, _ its: UInt16) {
        assert(!contains(index), "a set gives a document once")
        count += 1
        bits.insert(index)
        weights[index] = weight
        groups[index] = its
    }

    /// Adds a match, or its weight and groups to those of the match that is there.
    @inline(__always)
    func add(_ index: Int, _ weight: Double, _ its: UInt16) {
        guard contains(index) else { return insert(index, weight, its) }
        weights[index] += weight
        groups[index] |= its
    }

    /// Adds a match, or raises the weight of the match that is there to this one, and adds the groups.
    @inline(__always)
    func raise(_ index: Int, _ weight: Double, _ its: UInt16) {
        guard contains(index) else { return insert(index, weight, its) }
        weights[index] = max(weights[index], weight)
        groups[index] |= its
    }

    /// Adds to the weight of a match.
    @inline(__always)
    func add(_ weight: Double, to index: Int) {
        assert(contains(index), "only a match weighs more")
        weights[index] += weight
    }

    /// Sets the groups of a match.
    @inline(__always)
    func setGroups(_ its: UInt16, of index: Int) { groups[index] = its }

    /// Removes a match.
    @inline(__always)
    func remove(_ index: Int) {
        assert(contains(index), "only a match can be removed")
        count -= 1
        bits.remove(index)
    }

    /// Keeps the matches for which `body` calls `keep`, once for each; adds the weights and keeps the common groups.
    @inline(__always)
    func keepOnly(_ body: (_ keep: (_ index: Int, _ weight: Double, _ its: UInt16) -> Void) -> Void) {
        kept.update(repeating: 0, count: Self.words)
        var count = 0
        body { index, weight, its in
            assert(contains(index) && !kept.holds(index), "a set gives a document once, of those asked about")
            count += 1
            kept.insert(index)
            weights[index] += weight
            groups[index] &= its
        }
        bits.update(from: kept, count: Self.words)
        self.count = count
    }

    /// Adds successive documents that are not among the matches, without weight and groups.
    func insert(_ indices: Range<Int>) {
        count += indices.count
        for word in (indices.lowerBound >> 6)...((indices.upperBound - 1) >> 6) {
            let first = max(indices.lowerBound - (word << 6), 0)
            let end = min(indices.upperBound - (word << 6), 64)
            bits[word] |= (UInt64.max << UInt64(first)) & (UInt64.max >> UInt64(64 - end))
        }
    }

    /// Makes the documents that are in each of some sets of bits, and among others, the matches, without weight and groups.
    func fill(_ sets: some Collection<UnsafePointer<UInt64>>, among others: WindowMatches?) {
        count = 0
        for word in 0..<Self.words {
            let common = sets.reduce(others?.bits[word] ?? .max) { $0 & $1[word] }
            bits[word] = common
            count += common.nonzeroBitCount
        }
    }

    /// Gives every match the weight and the groups that `body` makes of those it has.
    @inline(__always)
    func update(
        _ body: (_ index: Int, _ weight: Double, _ groups: UInt16) -> (weight: Double, groups: UInt16)
    ) {
        forEach { index, weight, its in (weights[index], groups[index]) = body(index, weight, its) }
    }

    /// Calls `body` with every match whose bit is set, ascending.
    @inline(__always)
    func forEach(in others: UnsafePointer<UInt64>, _ body: (_ index: Int) -> Void) {
        for word in 0..<Self.words {
            (bits[word] & others[word]).forEachBit { body((word << 6) + $0) }
        }
    }

    /// Calls `body` with every match, ascending; `body` may remove the match that it is called with.
    @inline(__always)
    func forEach(_ body: (_ index: Int, _ weight: Double, _ groups: UInt16) -> Void) {
        for word in 0..<Self.words {
            bits[word].forEachBit { bit in
                let index = (word << 6) + bit
                body(index, weights[index], groups[index])
            }
        }
    }
}
