/// The `search.map` of a generation, or of a part of one, as it is searched.
package final class SearchMap: Sendable {
    // nonisolated(unsafe): the buffers point into the file, which is held below and never written to. Buffers that are
    // lent must not outlive this object.
    /// The postings of all terms.
    package let postings: PostingList
    package let terms: Names
    package nonisolated(unsafe) let termPostings: UnsafeBufferPointer<UInt64>
    package let words: Names
    package nonisolated(unsafe) let wordFrequencies: UnsafeBufferPointer<UInt32>
    package nonisolated(unsafe) let wordStems: UnsafeBufferPointer<UInt32>
    /// For each word, true if it stands anywhere as a hyphenated word written as one.
    let isJoined: [Bool]
    /// For each term, the number of words in the vocabulary whose stem it is.
    let wordCounts: [UInt32]
    /// The headings, each as its slug, a line feed and its name.
    package let sections: Names
    package let documents: DocumentTable
    private let file: MappedFile

    /// Opens the file in the folder at `path`.
    package init(folder path: String) throws(IndexError) {
        let file = try SearchMapSections(path: path + "/" + Self.name)
        self.file = file.file
        terms = try Names(file, .termNames, starts: .termNameStarts)
        words = try Names(file, .wordNames, starts: .wordNameStarts)
        sections = try Names(file, .sectionNames, starts: .sectionNameStarts)
        documents = try DocumentTable(file, words: words.count, headings: sections.count)
        wordFrequencies = try file.values(.wordFrequencies, count: words.count)
        wordStems = try file.values(.wordStems, count: words.count)
        termPostings = try file.values(.termPostings, count: terms.count + 1)
        try file.require(wordFrequencies.areBelow(documents.count), .wordFrequencies)
        try file.require(wordStems.areBelow(terms.count), .wordStems)
        postings = try PostingList(file, starts: termPostings, of: documents)
        var isJoined = Array(repeating: false, count: words.count)
        for join in documents.joins.all { isJoined[Int(join.word)] = true }
        self.isJoined = isJoined
        var wordCounts = [UInt32](repeating: 0, count: terms.count)
        for stem in wordStems { wordCounts[Int(stem)] += 1 }
        self.wordCounts = wordCounts
    }

    /// The file's name.
    package static let name = "search.map"

    /// The postings of a term by its index, ascending.
    package func list(at index: Int) -> PostingList {
        postings[Int(termPostings[index])..<Int(termPostings[index + 1])]
    }
}
