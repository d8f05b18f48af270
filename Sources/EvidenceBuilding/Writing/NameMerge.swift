internal import EvidenceSearch

/// Walks over the names of several parts at once, in byte order, and numbers them anew.
struct NameMerge {
    /// A name in a part, by their indices.
    struct Entry {
        let part: Int
        let name: Int
    }

    private let parts: [Names]
    private var unread: [Int]
    private var current: [Entry] = []

    /// For each part, the new index of each of its names; that of a dropped one means nothing.
    private(set) var newIndices: [[UInt32]]
    /// The names that were not dropped.
    private(set) var names: [[UInt8]] = []

    init(_ parts: [Names]) {
        self.parts = parts
        unread = Array(repeating: 0, count: parts.count)
        newIndices = parts.map { Array(repeating: 0, count: $0.count) }
    }

    /// The entries of the next name in the parts that have it; `nil` behind the last.
    mutating func next() -> [Entry]? {
        guard let least = leastName else { return nil }
        current = parts.indices.compactMap { part in
            let name = unread[part]
            guard name < parts[part].count, parts[part][name].elementsEqual(least) else { return nil }
            return Entry(part: part, name: name)
        }
        for entry in current {
            newIndices[entry.part][entry.name] = UInt32(names.count)
            unread[entry.part] += 1
        }
        names.append(Array(least))
        return current
    }

    /// Drops the name that was last walked over, which nothing has any more.
    mutating func drop() { names.removeLast() }

    private var leastName: UnsafeBufferPointer<UInt8>? {
        parts.indices.lazy.filter { unread[$0] < parts[$0].count }.map { parts[$0][unread[$0]] }
            .min { $0.lexicographicallyPrecedes($1) }
    }
}
