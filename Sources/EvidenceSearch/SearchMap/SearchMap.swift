internal import Evidence
internal import Glibc

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
        let sections = try SearchMapSections(path: path + "/" + Self.name)
        file = sections.file
        postings = try PostingList(
            documents: sections.values(.postingDocuments), positions: sections.values(.postingPositions),
            details: sections.values(.postingDetails))
        terms = try Names(bytes: sections.values(.termNames), starts: sections.values(.termNameStarts))
        termPostings = try sections.values(.termPostings)
        words = try Names(bytes: sections.values(.wordNames), starts: sections.values(.wordNameStarts))
        wordFrequencies = try sections.values(.wordFrequencies)
        wordStems = try sections.values(.wordStems)
        self.sections = try Names(
            bytes: sections.values(.sectionNames), starts: sections.values(.sectionNameStarts))
        documents = try DocumentTable(sections)
        var isJoined = Array(repeating: false, count: words.count)
        for join in documents.joins.all {
            guard join.word < words.count else { throw sections.damaged }
            isJoined[Int(join.word)] = true
        }
        self.isJoined = isJoined
        var wordCounts = [UInt32](repeating: 0, count: terms.count)
        for stem in wordStems {
            guard stem < terms.count else { throw sections.damaged }
            wordCounts[Int(stem)] += 1
        }
        self.wordCounts = wordCounts
        guard termPostings.count == terms.count + 1, wordStems.count == words.count,
            wordFrequencies.count == words.count, termPostings.last == UInt64(postings.count),
            postings.positions.count == postings.count, postings.details.count == postings.count,
            documents.sections.allSatisfy({ $0 < self.sections.count || self.sections.count == 0 })
        else { throw sections.damaged }
    }

    /// The file's name.
    package static let name = "search.map"

    /// The postings of a term by its index, ascending.
    package func list(at index: Int) -> PostingList {
        postings[Int(termPostings[index])..<Int(termPostings[index + 1])]
    }
}

/// Names in byte order, found by bisection.
package struct Names: Sendable {
    // nonisolated(unsafe): the buffers point into the file, which its owner holds and nobody writes to.
    nonisolated(unsafe) private let bytes: UnsafeBufferPointer<UInt8>
    nonisolated(unsafe) private let starts: UnsafeBufferPointer<UInt32>

    package init(bytes: UnsafeBufferPointer<UInt8>, starts: UnsafeBufferPointer<UInt32>) {
        (self.bytes, self.starts) = (bytes, starts)
    }

    package var count: Int { starts.count - 1 }

    /// The bytes of a name.
    package subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[Int(starts[index])..<Int(starts[index + 1])])
    }

    /// The index of a name; `nil` if there is no such name.
    package func index(of name: String) -> Int? {
        let index = lowerBound(name)
        return index < count && self[index].elementsEqual(name.utf8) ? index : nil
    }

    /// The indices of the names that begin so.
    package func indices(beginning prefix: String) -> Range<Int> {
        let start = lowerBound(prefix)
        var end = start
        while end < count, self[end].starts(with: prefix.utf8) { end += 1 }
        return start..<end
    }

    /// The index of the first name that isn't before this one.
    private func lowerBound(_ name: String) -> Int {
        var name = name
        return name.withUTF8 { name in
            var (low, high) = (0, count)
            while low < high {
                let middle = (low + high) / 2
                if self[middle].precedes(name) { low = middle + 1 } else { high = middle }
            }
            return low
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Returns true if these bytes come before other bytes: `memcmp(3)`, and the shorter of two that begin alike.
    fileprivate func precedes(_ other: Self) -> Bool {
        guard let start = baseAddress, let otherStart = other.baseAddress else { return count < other.count }
        let order = memcmp(start, otherStart, Swift.min(count, other.count))
        return order != 0 ? order < 0 : count < other.count
    }
}
