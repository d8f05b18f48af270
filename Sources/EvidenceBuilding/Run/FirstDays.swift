internal import Evidence
internal import EvidenceSearch

/// The days on which texts first came into an index: of an authority's text, wherever it stands in that authority's pages.
///
/// They are those of the generation before, and of what its history says went. So text keeps its day when its page moves,
/// goes and comes back, or is read again. A paragraph that is new only as a whole, because its sentences stood in others,
/// keeps the latest of their days.
final class FirstDays {
    private let texts: GenerationTexts?
    private let gone: [String: [HistoryLine.Gone]]
    private let pages: [String: [PageRecord]]
    private let today: UInt32
    /// The days of the authority that was last asked for, because the pages of one mostly come together.
    private var latest: (authority: String, known: Known)?

    /// The days of an authority's texts.
    private struct Known {
        /// By the hash of a paragraph.
        var paragraphs: [String: UInt32] = [:]
        /// By sentence.
        var sentences: [Substring: UInt32] = [:]

        func day(of paragraph: StoredParagraph) -> UInt32? {
            if let day = paragraphs[paragraph.hash] { return day }
            var latest: UInt32?
            for sentence in paragraph.sentences {
                guard let day = sentences[paragraph.words(at: sentence.range)] else { return nil }
                latest = max(latest ?? 0, day)
            }
            return latest
        }

        mutating func add(_ paragraph: GenerationTexts.Paragraph) {
            let (stored, day) = (paragraph.stored, paragraph.day)
            paragraphs[stored.hash] = min(paragraphs[stored.hash] ?? .max, day)
            for sentence in stored.sentences {
                let text = stored.words(at: sentence.range)
                sentences[text] = min(sentences[text] ?? .max, day)
            }
        }
    }

    /// The days that a generation and its history know; of every other text, today.
    init(_ texts: GenerationTexts?, history: History?, today: UInt32) throws {
        self.texts = texts
        self.today = today
        pages = Dictionary(grouping: texts?.manifest.pages ?? [], by: \.authority)
        var gone: [String: [HistoryLine.Gone]] = [:]
        try history?.forEachFromNewest { line in
            if !line.gone.isEmpty { gone[line.change.authority, default: []] += line.gone }
            return true
        }
        self.gone = gone
    }

    /// The day on which a text of an authority first came into the index.
    func day(of paragraph: StoredParagraph, authority: String) throws -> UInt32 {
        try known(of: authority).day(of: paragraph) ?? today
    }

    /// Returns true if a text of an authority has been in the index before.
    func isKnown(_ paragraph: StoredParagraph, authority: String) throws -> Bool {
        try known(of: authority).day(of: paragraph) != nil
    }

    private func known(of authority: String) throws -> Known {
        if let latest, latest.authority == authority { return latest.known }
        var known = Known()
        for paragraph in gone[authority] ?? [] {
            known.paragraphs[paragraph.hash] = min(known.paragraphs[paragraph.hash] ?? .max, paragraph.day)
        }
        for page in pages[authority] ?? [] {
            for paragraph in try texts?.paragraphs(of: page) ?? [] { known.add(paragraph) }
        }
        latest = (authority, known)
        return known
    }
}
