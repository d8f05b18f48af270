internal import Evidence
internal import EvidenceSearch

/// What changed from one generation to the next, page by page.
struct GenerationDifference {
    private let before: GenerationTexts?
    private let after: GenerationTexts
    private let days: FirstDays
    /// The pages before that aren't the same now, by number.
    private var gone: [Int: PageRecord] = [:]
    /// The pages that are new or were read again.
    private var came: [PageRecord] = []
    /// By a new page's number, the page before that it is.
    private var counterparts: [Int: PageRecord] = [:]
    /// The rating before, by the numbers of the pages that stayed.
    private var ratings: [Int: Rating?] = [:]

    /// The difference between two generations; `stayed` are the numbers of the pages that weren't read again.
    init(from before: GenerationTexts?, to after: GenerationTexts, stayed: Set<Int>, days: FirstDays) {
        (self.before, self.after, self.days) = (before, after, days)
        for page in before?.manifest.pages ?? [] {
            if stayed.contains(page.number) {
                ratings[page.number] = page.rating
            } else {
                gone[page.number] = page
            }
        }
        came = after.manifest.pages.filter { !stayed.contains($0.number) }
        pair { $0.edition == $1.edition }
        // An edition that only an address names makes no other page.
        pair { $0.published == nil || $1.published == nil }
    }

    private mutating func pair(where areSame: (PageRecord, PageRecord) -> Bool) {
        for page in came where counterparts[page.number] == nil {
            let others = gone.values.filter { other in
                other.authority == page.authority && other.statement == page.statement && areSame(other, page)
            }
            guard let other = others.max(by: { $0.number < $1.number }) else { continue }
            counterparts[page.number] = other
            gone[other.number] = nil
        }
    }

    /// The lines of the changes, by authority, statement and edition from the end, so that the newest are read first.
    func lines() throws -> [HistoryLine] {
        let lines =
            try came.compactMap { page in
                try counterparts[page.number].map { try changed(from: $0, to: page) } ?? added(page)
            } + gone.values.map(removed)
        return lines.sorted {
            ($0.change.page, $0.change.kind.rawValue) > ($1.change.page, $1.change.kind.rawValue)
        }
    }
}

extension GenerationDifference {
    private func added(_ page: PageRecord) throws -> HistoryLine {
        let known = try after.paragraphs(of: page).count {
            try days.isKnown($0.stored, authority: page.authority)
        }
        return line(
            .added, of: page, score: .init(from: nil, to: page.score),
            rating: .init(from: ratingBefore(of: page), to: page.rating),
            paragraphs: .init(added: page.paragraphs - known, removed: 0, kept: known))
    }

    private func removed(_ page: PageRecord) throws -> HistoryLine {
        let paragraphs = try before?.paragraphs(of: page) ?? []
        var line = line(
            .removed, of: page, score: .init(from: page.score, to: nil),
            rating: .init(from: page.rating, to: ratingAfter(of: page)),
            paragraphs: .init(added: 0, removed: paragraphs.count, kept: 0))
        line.change.sentences = TextDifference.sentences(of: paragraphs.map(\.stored), on: page).map {
            .init(id: $0.id, from: $0.text, to: nil)
        }
        line.gone = paragraphs.map { .init(hash: $0.stored.hash, day: $0.day) }
        return line
    }

    /// The line of a page that was read again; `nil` if its evidence, its score and its rating are as they were.
    private func changed(from old: PageRecord, to page: PageRecord) throws -> HistoryLine? {
        let before = try before?.paragraphs(of: old) ?? []
        let difference = TextDifference(
            from: before.map(\.stored), on: old, to: try after.paragraphs(of: page).map(\.stored), on: page)
        let isScored = old.score != page.score || old.statedRating != page.statedRating
        guard isScored || !difference.sentences.isEmpty else { return nil }
        var line = line(
            .changed, of: page, score: .init(from: old.score, to: page.score),
            rating: .init(from: old.rating, to: page.rating), paragraphs: difference.counts)
        line.change.sentences = difference.sentences
        line.gone = difference.gone.map { .init(hash: before[$0].stored.hash, day: before[$0].day) }
        return line
    }
}

extension GenerationDifference {
    private func line(
        _ kind: ChangesResponse.Kind, of page: PageRecord, score: ChangesResponse.Step<Int>,
        rating: ChangesResponse.Step<Rating>, paragraphs: ChangesResponse.Paragraphs
    ) -> HistoryLine {
        HistoryLine(
            change: ChangesResponse.Change(
                generation: after.manifest.generation, when: after.manifest.built, kind: kind,
                page: page.identity, authority: page.authority, statement: page.statement,
                edition: page.edition, score: score,
                rating: .init(from: rating.from?.rawValue, to: rating.to?.rawValue), paragraphs: paragraphs,
                sentences: []),
            authorityName: page.authorityName, published: page.published?.description,
            isIndicative: page.isIndicative, gone: [])
    }

    /// The rating before of the assessment that a new page belongs to.
    private func ratingBefore(of page: PageRecord) -> Rating? {
        assessment(of: page, in: after).lazy.compactMap { other in
            self.ratings[other.number] ?? self.counterparts[other.number]?.rating
        }.first ?? nil
    }

    /// The rating now of the assessment that a page belonged to.
    private func ratingAfter(of page: PageRecord) -> Rating? {
        guard let before else { return nil }
        let numbers = Set(assessment(of: page, in: before).map(\.number))
        return after.manifest.pages.first { other in
            numbers.contains(other.number) && self.ratings[other.number] != nil
                || self.counterparts[other.number].map { numbers.contains($0.number) } ?? false
        }?.rating
    }

    private func assessment(of page: PageRecord, in texts: GenerationTexts) -> [PageRecord] {
        let pages = texts.manifest.pages.filter { $0.authority == page.authority }
        return Assessment.all(of: pages).first { $0.pages.contains { $0.number == page.number } }?.pages ?? []
    }
}
