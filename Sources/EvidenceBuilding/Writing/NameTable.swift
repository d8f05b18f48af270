/// Names with indices by the order in which they came.
struct NameTable {
    private var indices: [String: Int] = [:]
    private(set) var names: [String] = []

    /// The index of a name, which is the next one if it is new.
    mutating func index(of name: String) -> Int {
        if let index = indices[name] { return index }
        indices[name] = names.count
        names.append(name)
        return names.count - 1
    }

    /// The indices by the names' byte order.
    var order: [Int] {
        let heads = names.map(Self.head)
        return names.indices.sorted {
            if heads[$0] != heads[$1] { return heads[$0] < heads[$1] }
            return names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8)
        }
    }

    /// The names at some indices, each lent for one step.
    func names(in order: [Int]) -> some Sequence<[UInt8]> { order.lazy.map { Array(names[$0].utf8) } }

    /// The first eight bytes as a number, which decides nearly all comparisons.
    private static func head(_ name: String) -> UInt64 {
        var head: UInt64 = 0
        var count = 0
        for byte in name.utf8.prefix(8) {
            head = head << 8 | UInt64(byte)
            count += 1
        }
        return count == 0 ? 0 : head << UInt64(8 * (8 - count))
    }
}
