/// The synonyms that a query looks for besides the words typed, as `index/synonyms.txt` lists them.
///
/// `a = b` finds each by the other; `a > b, c` finds b and c by a, not the other way round.
public struct Thesaurus: Sendable {
    /// What each term stands for besides itself, in the file's order; terms as typed, in lower case.
    public private(set) var synonyms: [String: [String]] = [:]

    /// Reads the entries of the file at `path`; an entry of neither form is an error with its line.
    init(lines: [DataLine], path: String) throws(IndexError) {
        for line in lines {
            let isDirected = line.text.contains(">")
            let sides = line.text.lowercased().split(whereSeparator: { "=>,".contains($0) })
                .map { $0.split(separator: " ").joined(separator: " ") }
            guard sides.count > 1, !sides.contains("") else {
                throw .dataFileBad(
                    path: path, reason: "line \(line.number) is neither a = b nor a > b: \(line.text)")
            }
            for (place, side) in sides.enumerated() where place == 0 || !isDirected {
                add(sides.filter { $0 != side }, to: side)
            }
        }
    }

    private mutating func add(_ others: [String], to term: String) {
        for other in others where !synonyms[term, default: []].contains(other) {
            synonyms[term, default: []].append(other)
        }
    }
}
