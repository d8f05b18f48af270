import CPages
import Evidence
import Support

@testable import EvidenceBuilding
@testable import EvidenceReading
@testable import EvidenceSearch

/// Reads bytes as a page of an assessment, as a run of `evidence-index` does.
enum PageFuzzing {
    private static let standard = Result { try Reader(DataFiles(folders: [Repository.index])) }

    /// Reads a page by the repository's data files.
    static func run(_ bytes: [UInt8], named name: String) throws {
        try run(bytes, named: name, by: standard.get())
    }

    /// Reads a saved web page, in this process and not in a helper, so that the fuzzer sees where libxml2 goes.
    static func html(_ bytes: [UInt8]) throws {
        let page = HTMLEncoding(bytes).utf8(bytes)
        var html = cp_html()
        var message: UnsafeMutablePointer<CChar>?
        let status = page.withUnsafeBytes {
            cp_html_read($0.bindMemory(to: CChar.self).baseAddress, $0.count, &html, &message)
        }
        defer {
            cp_free(message)
            cp_free(html.addresses)
            cp_free(html.text.start)
        }
        guard status == CP_OK else { return }
        try run(
            Array(UnsafeRawBufferPointer(start: html.text.start, count: html.text.count)), named: "page.txt")
    }

    /// Reads a page by other data files.
    static func run(_ bytes: [UInt8], named name: String, by reader: Reader) throws {
        guard let analyzed = try reader.analyzed(bytes, named: name) else { return }
        try check(analyzed)
        for paragraph in analyzed.paragraphs {
            let words = try ParagraphWords(paragraph, stems: StemCache(), phrases: reader.phrases)
            for term in words.terms { try checkTerm(Schema.stem(term.name)) }
            try require(
                words.sentences.last.map { Int($0.end) } ?? 0 == words.words.count, "words of no sentence")
        }
    }

    /// What reads pages by some data files.
    struct Reader {
        private let analyzer: PageAnalyzer
        let phrases: ThesaurusPhrases

        init(_ data: DataFiles) throws {
            analyzer = PageAnalyzer(data: data, helper: PageHelper())
            phrases = try ThesaurusPhrases(data.synonyms, stems: StemCache())
        }

        /// What a page holds; `nil` where it is refused.
        func analyzed(_ bytes: [UInt8], named name: String) throws -> AnalyzedPage? {
            let supplied = SuppliedDetails(authority: "Harrowmere Borough Council", statement: "safeguarding")
            do {
                return try analyzer.analyze(
                    bytes, of: FoundFile(input: bytes, name: name), supplied: supplied)
            } catch is PageError {
                return nil
            } catch is UnreadableFile {
                return nil
            }
        }
    }

    private static func check(_ analyzed: AnalyzedPage) throws {
        let page = analyzed.page
        try checkTerm(Schema.Field.authority.term(page.authority))
        try require(!page.authority.isEmpty && !page.paragraphs.isEmpty, "an empty page")
        try require((1...4).contains(page.score ?? 1), "score \(page.score ?? 0)")
        try require(page.paragraphs.map(\.line) == page.paragraphs.map(\.line).sorted(), "lines out of order")
        for (read, stored) in zip(page.paragraphs, analyzed.paragraphs) {
            try checkTerm(Schema.Field.section.term(read.section))
            try require(!read.text.isEmpty && read.text == stored.text, "text “\(read.text)”")
            try check(stored)
        }
    }

    /// Xapian takes no longer term.
    private static func checkTerm(_ term: String) throws {
        try require(term.utf8.count <= 245, "a term of \(term.utf8.count) bytes")
    }

    private static func check(_ stored: StoredParagraph) throws {
        var end = 0
        for sentence in stored.sentences {
            try require(sentence.range.lowerBound >= end, "sentences overlap in “\(stored.text)”")
            try require(!sentence.range.isEmpty, "an empty sentence in “\(stored.text)”")
            let hasReason = !sentence.because.isEmpty || stored.leadIn?.isEmpty == false
            try require(sentence.saidBy.isEmpty || hasReason, "no reason in “\(stored.text)”")
            try require(
                !sentence.saidBy.isEmpty || sentence.because.isEmpty,
                "a reason for nobody in “\(stored.text)”")
            end = sentence.range.upperBound
            for range in [sentence.range] + sentence.because {
                try require(
                    sentence.range.contains(range.lowerBound) && range.upperBound <= end,
                    "a reason outside its sentence in “\(stored.text)”")
                try require(stored.text.isWhole(range), "half a letter in “\(stored.text)”")
            }
        }
        let again = stored.bytes.withUnsafeBufferPointer { StoredParagraph(bytes: $0) }
        try require(again?.text == stored.text && again?.bytes == stored.bytes, "stored otherwise")
    }
}

extension String {
    /// Whether a range of bytes lies within the text and cuts no character of Unicode in two.
    func isWhole(_ range: Range<Int>) -> Bool {
        let utf8 = utf8
        guard range.upperBound <= utf8.count else { return false }
        return [range.lowerBound, range.upperBound].allSatisfy {
            utf8.index(utf8.startIndex, offsetBy: $0).samePosition(in: unicodeScalars) != nil
        }
    }
}
