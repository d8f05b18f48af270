package import Xapian

/// A stemmer that remembers: the words of one subject are few, and Snowball takes far longer than a look-up.
package final class StemCache {
    private let stemmer: Stemmer
    private var stems: [String: String] = [:]

    /// Words remembered before it begins anew; the vocabulary of England's reports is about 60,000.
    private static let capacity = 200_000

    package init() throws(XapianError) {
        stemmer = try Stemmer(language: Schema.language)
    }

    /// The stem of a word in its folded form.
    package func stem(_ word: String) throws(XapianError) -> String {
        if let known = stems[word] { return known }
        let stem = try stemmer.stem(word)
        if stems.count >= Self.capacity { stems.removeAll(keepingCapacity: true) }
        stems[word] = stem
        return stem
    }
}
