/// The documents of some stems that hold one of the words of a wildcard, with the groups in whose sentences these stand.
final class WildcardSet: DocumentSet {
    private let stems: MaxSet
    /// The numbers of the words, which are successive in the vocabulary.
    private let words: Range<UInt32>
    private let documents: DocumentTable

    init(_ stems: MaxSet, words: Range<UInt32>, documents: DocumentTable) {
        (self.stems, self.words, self.documents) = (stems, words, documents)
    }

    var maxCount: Int { stems.maxCount }

    func find(in window: Window, among others: WindowMatches?) -> WindowMatches {
        let found = stems.matches(in: window, among: others)
        found.forEach { index, _, _ in
            if let groups = groups(in: window.start + index) {
                found.setGroups(groups, of: index)
            } else {
                found.remove(index)
            }
        }
        return found
    }

    /// The groups in whose sentences the words stand; `nil` if the document holds none.
    private func groups(in document: Int) -> UInt16? {
        let sentences = documents.sentences[document]
        var found: UInt16?
        for (position, token) in documents.tokens[document].enumerated() where words.contains(token) {
            found = (found ?? 0) | sentences.groups(of: position..<position + 1)
        }
        for join in documents.joins[document] where words.contains(join.word) {
            found = (found ?? 0) | sentences.groups(of: Int(join.token)..<Int(join.token) + 1)
        }
        return found
    }
}
