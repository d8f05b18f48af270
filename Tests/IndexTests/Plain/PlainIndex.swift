import Evidence
import Support
import Xapian

@testable import EvidenceSearch
@testable import EvidenceBuilding

/// The paragraphs of a generation in a Xapian database as one would make it without any file beside it: words with
/// their positions, stems, and a term for each value.
final class PlainIndex {
    let database: Database
    let stems: StemCache
    private let folder: TemporaryFolder

    init(_ generation: Generation, thesaurus: Thesaurus) throws {
        folder = try TemporaryFolder()
        stems = try StemCache()
        let phrases = try ThesaurusPhrases(thesaurus, stems: stems)
        let writer = try WritableDatabase(path: folder.path + "/plain")
        for number in 1..<generation.columns.count {
            let stored = try generation.stored(UInt32(number))
            let words = try ParagraphWords(stored, stems: stems, phrases: phrases)
            let document = try Document()
            for (place, word) in words.words.enumerated() {
                if let word { try document.addPosting(word.text, at: place + 1) }
            }
            for join in words.joins { try document.addPosting(join.word.text, at: join.token + 1) }
            for term in words.terms { try document.addTerm(Schema.stem(term.name), frequency: 1) }
            for term in generation.hit(UInt32(number), stored).values {
                try document.addTerm(term, frequency: 0)
            }
            try writer.add(document)
        }
        try writer.commit()
        database = try Database(path: folder.path + "/plain")
    }
}

extension Hit {
    /// The terms of its values.
    fileprivate var values: [String] {
        [
            Schema.authority(authority), Schema.statement(statement), Schema.section(section),
            theme.map(Schema.theme), score.map(Schema.score), published.map(Schema.published),
            isIndicative ? Schema.indicative : nil,
        ].compactMap(\.self) + saidBy.map(Schema.saidBy)
    }
}
