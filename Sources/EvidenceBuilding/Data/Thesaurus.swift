internal import Evidence
internal import EvidenceSearch
internal import Xapian

/// The synonyms that a query looks for besides the words typed, as `index/synonyms.txt` lists them.
///
/// `a = b` finds each by the other; `a > b, c` finds b and c by a, not the other way round.
public struct Thesaurus: Sendable {
    /// A side of an entry, with the sides that it stands for besides, as written.
    struct Entry {
        let term: String
        var synonyms: [String]
    }

    /// The entries, each term once, in the file's order.
    private(set) var entries: [Entry] = []
    private var indices: [String: Int] = [:]

    /// The bytes of the longest side; Xapian's keys have room for 255, and small letters may need more than capitals.
    private static let longest = 120

    /// Reads the entries of the file at `path`; an entry of neither form is an error with its line.
    init(lines: [DataLine], path: String) throws(IndexError) {
        for line in lines {
            let isDirected = line.text.contains(">")
            let sides = line.text.split(
                omittingEmptySubsequences: false, whereSeparator: { "=>,".contains($0) }
            )
            .map { $0.split(separator: " ").joined(separator: " ") }
            guard sides.count > 1, sides.allSatisfy({ !TextWord.words(of: $0).isEmpty }) else {
                throw .dataFileBad(
                    path: path, reason: "line \(line.number) is neither a = b nor a > b, c: \(line.text)")
            }
            guard sides.allSatisfy({ $0.utf8.count <= Self.longest }) else {
                throw .dataFileBad(
                    path: path, reason: "line \(line.number) has a term of over \(Self.longest) letters")
            }
            for (index, side) in sides.enumerated() where index == 0 || !isDirected {
                add(sides.filter { $0 != side }, to: side)
            }
        }
    }

    private mutating func add(_ others: [String], to term: String) {
        let index = indices[term, default: entries.count]
        if index == entries.count { entries.append(Entry(term: term, synonyms: [])) }
        indices[term] = index
        for other in others where !entries[index].synonyms.contains(other) {
            entries[index].synonyms.append(other)
        }
    }
}
