package import Evidence
package import Xapian

/// The synonyms of a generation, read from Xapian's synonym table into memory: a query looks up every run of its
/// words.
struct SynonymTable: Sendable {
    private let entries: [String: [Synonym]]
    /// The stems and abbreviations of its terms: a word that the thesaurus knows isn't misspelt.
    let stems: Set<String>

    init(_ database: Database) throws(XapianError) {
        var entries: [String: [Synonym]] = [:]
        for key in try database.synonymKeys {
            entries[key] = try database.synonyms(of: key).map { Synonym($0) }.filter { !$0.words.isEmpty }
        }
        self.entries = entries
        stems = Set(
            entries.keys.flatMap {
                ($0.hasPrefix("Z") ? $0.dropFirst() : $0[...]).split(separator: " ").map(String.init)
            })
    }

    /// The synonyms of some words, in the order of the table; empty if none is known.
    func synonyms(of words: [String], stems: StemCache) throws(XapianError) -> [Synonym] {
        var key: [String] = []
        for word in words {
            let stem = try stems.stem(word)
            guard self.stems.contains(stem) || self.stems.contains(word) else { return [] }
            key.append(stem)
        }
        let forms = entries[words.joined(separator: " ")] ?? []
        let stemmed = entries[Schema.stem(key.joined(separator: " "))] ?? []
        return forms + stemmed.filter { !forms.contains($0) }
    }
}

extension Synonym {
    /// The stems of its words, a space between them: the term of several words that documents carry.
    package func stems(_ cache: StemCache) throws(XapianError) -> String {
        var stems: [String] = []
        for word in words { stems.append(try cache.stem(word)) }
        return stems.joined(separator: " ")
    }

    /// The key of a synonym in Xapian's table: an abbreviation by itself, other terms by their stems.
    package func key(_ cache: StemCache) throws(XapianError) -> String {
        isAbbreviation ? words[0] : Schema.stem(try stems(cache))
    }
}
