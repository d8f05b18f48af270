import Evidence
import Testing

struct SourceGroupsTests {
    @Test("each group has a bit of its own, in the order of the groups", arguments: SourceGroup.allCases)
    func bits(group: SourceGroup) {
        #expect(SourceGroups(group).groups == [group])
        #expect(SourceGroup.allCases[group.bit] == group)
    }

    @Test("a set gives its groups in order, and ignores bits without a group")
    func groups() {
        let set = SourceGroups([SourceGroups(.staff), SourceGroups(.people)])

        #expect(set.groups == [.people, .staff])
        #expect(SourceGroups(rawValue: .max).groups == SourceGroup.allCases)
    }
}
