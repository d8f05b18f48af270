import Evidence
import Foundation
import Support
import Xapian

@testable import EvidenceBuilding
@testable import EvidenceSearch

/// Indexes of whole reports, each made once, and what a dry run says of the same pages.
enum SampleIndex {
    /// The invented councils of `index/sample`.
    static let sample = Result { try Corpus(pages: Repository.index + "/sample") }
    /// The real pages, where they are at hand.
    static let real = Result { try Corpus(pages: Repository.realPages) }

    /// Twenty queries of the kinds that people ask: words, questions, phrases, signs, filters.
    static let queries = [
        "hospital discharge delays", "unpaid carers respite", "safeguarding concerns", "co-production",
        "how long do people wait for an assessment?", "\"hospital discharge\"", "+carers -respite break",
        "homecare said-by:providers", "said-by:partners score:1..2", "direct payments older people",
        "waiting* list", "staff NEAR/5 training", "(delays OR waits) hospital", "leaders complaints",
        "theme:leadership risk register", "learning disability supported living", "hospitl dischrge",
        "care", "authority:wexcombe", "mental health NOT hospital said-by:people,carers",
    ]
}

/// A folder of pages, indexed once, beside its paragraphs as a dry run gives them.
struct Corpus: Sendable {
    let index: TestIndex
    let generation: Generation
    /// Every paragraph, in the order of the walk.
    let paragraphs: [ModelParagraph]

    init(pages: String) throws {
        index = try TestIndex()
        _ = try index.indexer.index(paths: [pages]) { _, _ in }
        generation = try index.generation(readers: 8)
        let stemmer = try Stemmer(language: "en")
        var paragraphs: [ModelParagraph] = []
        _ = try DryRun(data: index.data, supplied: SuppliedDetails(), explains: false, helper: .shared).run(
            paths: [pages]) {
                paragraphs.append(try ModelParagraph($0, stemmer))
            }
        self.paragraphs = paragraphs
    }
}
