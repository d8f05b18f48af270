internal import Evidence
internal import EvidenceSearch
internal import Xapian

/// The thesaurus's terms of several words, found in the words of a text.
///
/// Each is a term of the documents that hold it, so that a synonym of several words takes a search no longer than one
/// of one word, and counts as one.
struct ThesaurusPhrases {
    /// The stems of each term behind the first, by the first.
    private var rest: [String: Set<[String]>] = [:]

    init(_ thesaurus: Thesaurus, stems: StemCache) throws(XapianError) {
        for entry in thesaurus.entries {
            for term in [entry.term] + entry.synonyms {
                var words: [String] = []
                for word in Synonym(term).words { words.append(try stems.stem(word)) }
                if words.count > 1 { rest[words[0], default: []].insert(Array(words.dropFirst())) }
            }
        }
    }

    /// Finds the terms that a database shows its thesaurus to know, each as its stems with spaces between.
    init(terms: [String]) {
        for term in terms {
            let words = term.split(separator: " ").map(String.init)
            if let first = words.first { rest[first, default: []].insert(Array(words.dropFirst())) }
        }
    }

    /// The terms that begin at an index among the stems of a text, each as its stems with spaces between.
    func terms(at index: Int, in stems: [String]) -> [String] {
        guard let candidates = rest[stems[index]] else { return [] }
        return candidates.filter { stems[(index + 1)...].starts(with: $0) }
            .map { ([stems[index]] + $0).joined(separator: " ") }
    }
}
