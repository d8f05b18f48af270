internal import Evidence

extension [TextWord] {
    /// The hyphenated word that begins at a place, written as one: `coproduction` for `co-production`.
    package func join(beginningAt place: Int) -> String? {
        guard !self[place].isJoined else { return nil }
        let rest = self[(place + 1)...].prefix(while: \.isJoined)
        let join = self[place].text + rest.map(\.text).joined()
        return rest.isEmpty || join.utf8.count > Schema.longestWord ? nil : join
    }
}
