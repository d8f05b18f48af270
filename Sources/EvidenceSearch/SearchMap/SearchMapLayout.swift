/// The layout of a generation's `search.map`: arrays one after another, each at a multiple of eight bytes.
///
/// The file is a function of the Xapian database beside it: `evidence-index --check` makes it again from the database
/// alone and compares the bytes. It lists what the database holds in the order in which a search asks for it, so that
/// a search reads it where it lies, while libxapian decodes a B-tree's chunks. Numbers have the machine's byte order.
package enum SearchMapLayout {
    /// Stands for a word that isn't indexed.
    package static let noWord = UInt32.max

    /// Stands for a distance between two words that hardly ever occurs.
    package static let longStep = UInt8.max

    /// The first eight bytes.
    package static let mark: UInt64 = 0x3750_414D_4456_4531

    /// The arrays, in the order of the file.
    ///
    /// An array *by document* has an element for each number up to the highest, and one for 0, which no document
    /// has. What gives *starts* has one element more: the end of the last.
    package enum Section: Int, CaseIterable {
        /// The postings of all terms, a term's ascending: document (32 bits), where it stands there first (16 bits), and
        /// `PostingDetails`.
        case postingDocuments, postingPositions, postingDetails
        /// The terms' names in byte order, and where each starts (32 bits): stems, and terms of several words.
        case termNames, termNameStarts
        /// The start of each term's postings (64 bits).
        case termPostings
        /// The words' names in byte order, and where each starts (32 bits).
        case wordNames, wordNameStarts
        /// For each word, in how many documents it stands, and its stem's index among the terms: 32 bits.
        case wordFrequencies, wordStems
        /// The headings in byte order, each as its slug, a line feed and its name, and where each starts (32 bits).
        case sectionNames, sectionNameStarts
        /// By document: page number, paragraph, line, and index of the heading (32 bits); groups (16 bits).
        case pages, paragraphs, lines, sections, groups
        /// By document: the day on which its text first came into the index, as the number 20261101 (32 bits).
        case days
        /// By document: the length in Xapian's sense, the sum of all its terms' frequencies (32 bits).
        case lengths
        /// By document, starts: the words of its text in order, as indices among the words (32 bits), or `noWord`
        /// for one that is too long to be indexed.
        case tokenStarts, tokens
        /// For each of these words, how many bytes of the text lie between its start and the start of the one before, or
        /// of the text; `longStep` for as many or more.
        case tokenSteps
        /// By document, starts: hyphenated words written as one, which stand where their first part does:
        /// `Join`.
        case joinStarts, joins
        /// By document, starts: its sentences, `SentenceEnd`.
        case sentenceStarts, sentences
        /// By document, starts (64 bits): the bytes of its `StoredParagraph`.
        case textStarts, texts
    }

    /// The file's head: the mark, then for each section its offset in bytes and its count of elements, 64 bits.
    package static let headCount = 1 + 2 * Section.allCases.count
}

/// A hyphenated word written as one.
package struct Join: BitwiseCopyable, Equatable {
    /// The position of its first part among the document's tokens.
    package let token: UInt32
    /// Its index among the words.
    package let word: UInt32

    package init(token: UInt32, word: UInt32) { (self.token, self.word) = (token, word) }
}

/// The end of a sentence, and who says it.
package struct SentenceEnd: BitwiseCopyable, Equatable {
    /// One more than the position of its last word among the document's tokens.
    package let end: UInt32
    /// The groups that say it, the bits of `SourceGroups`.
    package let groups: UInt32

    package init(end: UInt32, groups: UInt32) { (self.end, self.groups) = (end, groups) }
}
