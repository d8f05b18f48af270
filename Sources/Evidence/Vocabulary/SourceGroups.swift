/// A set of source groups in 16 bits, so that an index can hold one for every paragraph in memory.
public struct SourceGroups: OptionSet, Hashable, Sendable {
    /// One bit a group, in the order of `SourceGroup.allCases`.
    public let rawValue: UInt16

    /// The set with these bits.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// The set of one group.
    public init(_ group: SourceGroup) { self.init(rawValue: 1 << group.bit) }

    /// The groups of the set, in the order of `SourceGroup.allCases`.
    public var groups: [SourceGroup] {
        var groups: [SourceGroup] = []
        var rest = rawValue & ~(.max << Self.all.count)
        while rest != 0 {
            groups.append(Self.all[rest.trailingZeroBitCount])
            rest &= rest - 1
        }
        return groups
    }

    private static let all = SourceGroup.allCases
}

extension SourceGroup {
    /// The group's index in `allCases`, which is its bit in a `SourceGroups`.
    public var bit: Int {
        switch self {
        case .people: 0
        case .carers: 1
        case .partners: 2
        case .providers: 3
        case .staff: 4
        case .leaders: 5
        case .nationalData: 6
        case .localData: 7
        case .documents: 8
        case .assessor: 9
        }
    }
}
