internal import Evidence
internal import EvidenceSearch

/// Collects paragraphs in memory, and writes them as the search map of a generation or of a part of one.
struct SearchMapBuilder {
    private var words = NameTable()
    private var wordFrequencies: [UInt32] = []
    private var wordDocuments: [UInt32] = []
    private var wordStems: [UInt32] = []
    private var terms = NameTable()
    private var lists: [[Posting]] = []
    private var sections = NameTable()
    private var sectionIndices: [UInt32] = []
    private var columns: [ColumnValue] = []
    private var lengths: [UInt32] = []
    private var tokens = RowBuilder<UInt32, UInt32>()
    private var steps: [UInt8] = []
    private var joins = RowBuilder<UInt32, Join>()
    private var sentences = RowBuilder<UInt32, SentenceEnd>()
    private var texts = RowBuilder<UInt64, UInt8>()

    /// How many paragraphs it holds.
    var count: Int { columns.count }

    /// Adds a paragraph, whose document has the next number, from 1.
    mutating func add(_ paragraph: IndexedParagraph, words found: ParagraphWords) {
        let length = found.length
        columns.append(paragraph.column)
        sectionIndices.append(
            UInt32(sections.index(of: "\(paragraph.section.slug)\n\(paragraph.section.name)")))
        lengths.append(UInt32(length))
        for word in found.words { tokens.append(word.map { index(of: $0) } ?? SearchMapLayout.noWord) }
        steps += found.steps
        for join in found.joins {
            joins.append(Join(token: UInt32(join.token), word: index(of: join.word)))
        }
        for sentence in found.sentences { sentences.append(sentence) }
        for term in found.terms { post(term, length: length) }
        texts.append(contentsOf: paragraph.stored.bytes)
        tokens.endRow()
        joins.endRow()
        sentences.endRow()
        texts.endRow()
    }

    /// Passes over a number that no document has.
    mutating func skip() {
        columns.append(ColumnValue(page: DocumentTable.noPage, paragraph: 0, line: 0, saidBy: [], indexed: 0))
        sectionIndices.append(Self.noSection)
        lengths.append(0)
        tokens.endRow()
        joins.endRow()
        sentences.endRow()
        texts.endRow()
    }

    private static let noSection = UInt32.max

    /// Its words, and in how many paragraphs each stands.
    var vocabulary: some Sequence<(word: String, frequency: Int)> {
        zip(words.names, wordFrequencies).lazy.map { ($0, Int($1)) }
    }

    private var document: UInt32 { UInt32(columns.count) }

    /// A word's index; each counts once a document.
    private mutating func index(of word: ParagraphWords.Word) -> UInt32 {
        let index = words.index(of: word.text)
        if index == wordFrequencies.count {
            wordFrequencies.append(0)
            wordDocuments.append(0)
            wordStems.append(UInt32(termIndex(of: word.stem)))
        }
        if wordDocuments[index] != document {
            wordDocuments[index] = document
            wordFrequencies[index] += 1
        }
        return UInt32(index)
    }

    private mutating func post(_ term: ParagraphWords.Term, length: Int) {
        let index = termIndex(of: term.name)
        if let last = lists[index].last, last.document == document {
            lists[index][lists[index].count - 1].add(groups: term.groups)
        } else {
            lists[index].append(
                Posting(document: document, position: term.token, groups: term.groups, length: length))
        }
    }

    private mutating func termIndex(of name: String) -> Int {
        let index = terms.index(of: name)
        if index == lists.count { lists.append([]) }
        return index
    }

    /// Writes the file into a folder.
    func write(to folder: String) throws {
        let writer = try SearchMapFile(folder: folder)
        let termOrder = terms.order
        let wordOrder = words.order
        let sectionOrder = sections.order
        let termIndices = indices(termOrder)
        let wordIndices = indices(wordOrder)
        try writeTerms(writer, termOrder)
        try writer.names(words.names(in: wordOrder), .wordNames, .wordNameStarts)
        try writer.section(.wordFrequencies, wordOrder.map { wordFrequencies[$0] })
        try writer.section(.wordStems, wordOrder.map { termIndices[Int(wordStems[$0])] })
        try writer.names(sections.names(in: sectionOrder), .sectionNames, .sectionNameStarts)
        try writeColumns(writer, sections: indices(sectionOrder))
        try writer.section(.tokenStarts, tokens.starts)
        try writer.section(
            .tokens, tokens.values.map { $0 == SearchMapLayout.noWord ? $0 : wordIndices[Int($0)] })
        try writer.section(.tokenSteps, steps)
        try writer.section(.joinStarts, joins.starts)
        try writer.section(
            .joins, joins.values.map { Join(token: $0.token, word: wordIndices[Int($0.word)]) })
        try writer.section(.sentenceStarts, sentences.starts)
        try writer.section(.sentences, sentences.values)
        try writer.section(.textStarts, texts.starts)
        try writer.section(.texts, texts.values)
        try writer.finish()
    }

    private func indices(_ order: [Int]) -> [UInt32] {
        var indices = [UInt32](repeating: 0, count: order.count)
        for (index, old) in order.enumerated() { indices[old] = UInt32(index) }
        return indices
    }

    private func writeTerms(_ writer: SearchMapFile, _ order: [Int]) throws {
        let lists = order.map { self.lists[$0] }
        try writer.section(.postingDocuments, lists.flatMap { $0.map(\.document) })
        try writer.section(.postingPositions, lists.flatMap { $0.map(\.position) })
        try writer.section(.postingDetails, lists.flatMap { $0.map(\.details) })
        let ends = lists.reduce(into: [UInt64(0)]) { $0.append($0[$0.count - 1] + UInt64($1.count)) }
        try writer.section(.termPostings, ends)
        try writer.names(terms.names(in: order), .termNames, .termNameStarts)
    }

    private func writeColumns(_ writer: SearchMapFile, sections: [UInt32]) throws {
        try writer.section(.pages, [DocumentTable.noPage] + columns.map(\.page))
        try writer.section(.paragraphs, [0] + columns.map(\.paragraph))
        try writer.section(.lines, [0] + columns.map(\.line))
        try writer.section(
            .sections, [0] + sectionIndices.map { $0 == Self.noSection ? 0 : sections[Int($0)] })
        try writer.section(.groups, [0] + columns.map(\.saidBy.rawValue))
        try writer.section(.days, [0] + columns.map(\.indexed))
        try writer.section(.lengths, [0] + lengths)
    }
}

/// Rows of values as they grow; the first row, of number 0, is empty.
private struct RowBuilder<Start: FixedWidthInteger & BitwiseCopyable, Value: BitwiseCopyable> {
    private(set) var starts: [Start] = [0, 0]
    private(set) var values: [Value] = []

    mutating func append(_ value: Value) { values.append(value) }
    mutating func append(contentsOf more: [Value]) { values.append(contentsOf: more) }
    mutating func endRow() { starts.append(Start(values.count)) }
}
