/// Successive document numbers, few enough for what is known of them to stay in the processor's cache.
struct Window {
    static let size = 4_096

    /// The number of the first.
    let start: Int

    var end: Int { start + Self.size }
}

/// The documents of a window that match a part of a query, what they weigh, and in whose sentences the words stand.
///
/// Weights and groups are those of matches alone, and anything where there is none, unless it was `emptied`.
final class WindowMatches {
    private static let words = Window.size / 64
    private let bits: UnsafeMutablePointer<UInt64>
    private let others: UnsafeMutablePointer<UInt64>
    private let weights: UnsafeMutablePointer<Double>
    private let groups: UnsafeMutablePointer<UInt16>

    // Pointers: an array's checks of bounds and of exclusive access cost more than what is done with its elements.
    init() {
        bits = .allocate(capacity: Self.words)
        others = .allocate(capacity: Self.words)
        weights = .allocate(capacity: Window.size)
        groups = .allocate(capacity: Window.size)
        bits.initialize(repeating: 0, count: Self.words)
        others.initialize(repeating: 0, count: Self.words)
        weights.initialize(repeating: 0, count: Window.size)
        groups.initialize(repeating: 0, count: Window.size)
    }

    deinit {
        bits.deallocate()
        others.deallocate()
        weights.deallocate()
        groups.deallocate()
    }

    /// Forgets every match.
    func clear() { bits.update(repeating: 0, count: Self.words) }

    /// Forgets every match and every weight, so that `add` and `raise` begin at nothing.
    func empty() {
        clear()
        weights.update(repeating: 0, count: Window.size)
        groups.update(repeating: 0, count: Window.size)
    }

    var isEmpty: Bool {
        var all: UInt64 = 0
        for word in 0..<Self.words { all |= bits[word] }
        return all == 0
    }

    @inline(__always)
    func contains(_ place: Int) -> Bool { bits[place >> 6] & 1 << UInt64(place & 63) != 0 }

    @inline(__always)
    func set(_ place: Int, _ weight: Double, _ its: UInt16) {
        bits[place >> 6] |= 1 << UInt64(place & 63)
        weights[place] = weight
        groups[place] = its
    }

    @inline(__always)
    func add(_ place: Int, _ weight: Double, _ its: UInt16) {
        bits[place >> 6] |= 1 << UInt64(place & 63)
        weights[place] += weight
        groups[place] |= its
    }

    @inline(__always)
    func raise(_ place: Int, _ weight: Double, _ its: UInt16) {
        bits[place >> 6] |= 1 << UInt64(place & 63)
        weights[place] = max(weights[place], weight)
        groups[place] |= its
    }

    /// Adds to the weight of a match.
    @inline(__always)
    func add(_ weight: Double, to place: Int) { weights[place] += weight }

    /// Sets a match's groups.
    @inline(__always)
    func setGroups(_ its: UInt16, of place: Int) { groups[place] = its }

    @inline(__always)
    func remove(_ place: Int) { bits[place >> 6] &= ~(1 << UInt64(place & 63)) }

    /// Of the matches keeps those for which `keep` is called by `body`.
    @inline(__always)
    func keepOnly(_ body: (_ keep: (_ place: Int, _ weight: Double, _ its: UInt16) -> Void) -> Void) {
        others.update(repeating: 0, count: Self.words)
        body { place, weight, its in
            others[place >> 6] |= 1 << UInt64(place & 63)
            weights[place] += weight
            groups[place] &= its
        }
        for word in 0..<Self.words { bits[word] &= others[word] }
    }

    /// Keeps only what others hold too, as they are here.
    func keep(in matches: WindowMatches) {
        for word in 0..<Self.words { bits[word] &= matches.bits[word] }
    }

    /// Calls `body` with every match, ascending.
    @inline(__always)
    func forEach(_ body: (_ place: Int, _ weight: Double, _ groups: UInt16) throws -> Void) rethrows {
        for word in 0..<Self.words {
            var rest = bits[word]
            while rest != 0 {
                let place = word << 6 + rest.trailingZeroBitCount
                try body(place, weights[place], groups[place])
                rest &= rest - 1
            }
        }
    }
}
