/// Successive document numbers, few enough for what is known of them to stay in the processor's cache.
struct Window {
    static let size = 8_192

    /// The number of the first.
    let start: Int

    var end: Int { start + Self.size }
}

/// The documents of a window that match a part of a query, what they weigh, and in whose sentences the words stand.
///
/// Weights and groups are those of matches alone, and anything where there is none.
final class WindowMatches {
    private static let words = Window.size / 64
    private let bits: UnsafeMutablePointer<UInt64>
    private let others: UnsafeMutablePointer<UInt64>
    private let weights: UnsafeMutablePointer<Double>
    private let groups: UnsafeMutablePointer<UInt16>
    /// How many matches there are.
    private(set) var count = 0

    // Pointers: an array's checks of bounds and of exclusive access cost more than what is done with its elements.
    init() {
        bits = .allocate(capacity: Self.words)
        others = .allocate(capacity: Self.words)
        weights = .allocate(capacity: Window.size)
        groups = .allocate(capacity: Window.size)
        bits.initialize(repeating: 0, count: Self.words)
        others.initialize(repeating: 0, count: Self.words)
    }

    deinit {
        bits.deallocate()
        others.deallocate()
        weights.deallocate()
        groups.deallocate()
    }

    /// Forgets every match.
    func clear() {
        bits.update(repeating: 0, count: Self.words)
        count = 0
    }

    @inline(__always)
    func contains(_ place: Int) -> Bool { bits[place >> 6] & 1 &<< UInt64(place) != 0 }

    /// Adds a match that isn't among them.
    @inline(__always)
    func set(_ place: Int, _ weight: Double, _ its: UInt16) {
        count += 1
        bits[place >> 6] |= 1 &<< UInt64(place)
        weights[place] = weight
        groups[place] = its
    }

    @inline(__always)
    func add(_ place: Int, _ weight: Double, _ its: UInt16) {
        guard contains(place) else { return set(place, weight, its) }
        weights[place] += weight
        groups[place] |= its
    }

    @inline(__always)
    func raise(_ place: Int, _ weight: Double, _ its: UInt16) {
        guard contains(place) else { return set(place, weight, its) }
        weights[place] = max(weights[place], weight)
        groups[place] |= its
    }

    /// Adds to the weight of a match.
    @inline(__always)
    func add(_ weight: Double, to place: Int) { weights[place] += weight }

    /// Sets a match's groups.
    @inline(__always)
    func setGroups(_ its: UInt16, of place: Int) { groups[place] = its }

    /// Takes away what is among the matches.
    @inline(__always)
    func remove(_ place: Int) {
        count -= 1
        bits[place >> 6] &= ~(1 &<< UInt64(place))
    }

    /// Of the matches keeps those for which `keep` is called by `body`.
    @inline(__always)
    func keepOnly(_ body: (_ keep: (_ place: Int, _ weight: Double, _ its: UInt16) -> Void) -> Void) {
        others.update(repeating: 0, count: Self.words)
        var kept = 0
        body { place, weight, its in
            kept += 1
            others[place >> 6] |= 1 &<< UInt64(place)
            weights[place] += weight
            groups[place] &= its
        }
        for word in 0..<Self.words { bits[word] &= others[word] }
        count = kept
    }

    /// Adds successive places that aren't among the matches; nothing else is known of them.
    func insert(_ places: Range<Int>) {
        count += places.count
        for word in places.lowerBound >> 6...(places.upperBound - 1) >> 6 {
            let first = max(places.lowerBound - word << 6, 0)
            let end = min(places.upperBound - word << 6, 64)
            bits[word] |= UInt64.max << UInt64(first) & UInt64.max >> UInt64(64 - end)
        }
    }

    /// Makes those of some documents the matches that are among others; nothing else is known of them.
    func fill(_ lists: some Collection<UnsafePointer<UInt64>>, among others: WindowMatches?) {
        for word in 0..<Self.words {
            bits[word] = lists.reduce(others?.bits[word] ?? .max) { $0 & $1[word] }
        }
        count = (0..<Self.words).reduce(0) { $0 + bits[$1].nonzeroBitCount }
    }

    /// Gives every match the weight and the groups that `body` makes of those it has.
    @inline(__always)
    func update(
        _ body: (_ place: Int, _ weight: Double, _ groups: UInt16) -> (weight: Double, groups: UInt16)
    ) {
        for word in 0..<Self.words {
            var rest = bits[word]
            while rest != 0 {
                let place = word << 6 + rest.trailingZeroBitCount
                (weights[place], groups[place]) = body(place, weights[place], groups[place])
                rest &= rest - 1
            }
        }
    }

    /// Calls `body` with every match whose bit is set, ascending.
    @inline(__always)
    func forEach(in others: UnsafePointer<UInt64>, _ body: (_ place: Int) -> Void) {
        for word in 0..<Self.words {
            var rest = bits[word] & others[word]
            while rest != 0 {
                body(word << 6 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
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
