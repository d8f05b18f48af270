internal import Evidence
internal import EvidenceSearch

/// A page that was read and isn't written yet.
struct HeldPage {
    let analyzed: AnalyzedPage
    let record: PageRecord
}

/// A page's rating is its assessment's, which other pages decide.
///
/// The pages of an authority mostly come together, so they are held until another's come: by then the rating is known.
extension IndexUpdate {
    /// Keeps a page until the other pages of its authority are read.
    func hold(_ page: HeldPage) throws {
        let isOther = held.last.map { $0.record.authority != page.record.authority } ?? false
        if isOther || held.count >= Self.mostHeld { try writeHeld() }
        held.append(page)
    }

    private static let mostHeld = 64

    /// Writes the pages that are held, with the ratings that are known by now.
    func writeHeld() throws {
        let pages = held
        held = []
        guard let authority = pages.first?.record.authority else { return }
        let ratings = ratings(of: authority)
        for page in pages {
            let number = page.record.number
            records.rate(number, ratings[number] ?? nil)
            guard let record = records[number] else { continue }
            try write(page, as: record)
        }
    }

    /// Gives each page of the authorities touched the rating of its assessment; the pages that were written with another.
    ///
    /// Where a stated rating isn't the one that the scores make, the report says so.
    func settleRatings() -> [PageRecord] {
        var renewed: [Int] = []
        for authority in touched.sorted() {
            note(records.assessments(of: authority), of: authority)
            for (number, rating) in ratings(of: authority) where records[number]?.rating != rating {
                records.rate(number, rating)
                renewed.append(number)
            }
        }
        return renewed.sorted().compactMap { records[$0] }
    }

    /// The rating of each page of an authority, by number.
    private func ratings(of authority: String) -> [Int: Rating?] {
        var ratings: [Int: Rating?] = [:]
        for assessment in records.assessments(of: authority) {
            let rating = assessment.rating(in: data.catalogue)
            for page in assessment.pages { ratings.updateValue(rating, forKey: page.number) }
        }
        return ratings
    }

    private func note(_ assessments: [Assessment], of authority: String) {
        for assessment in assessments {
            guard let fault = assessment.fault(in: data.catalogue) else { continue }
            let name = [authority, assessment.edition].compactMap(\.self).joined(separator: " ")
            report.notes.append("\(name): \(fault)")
        }
    }
}

extension Assessment {
    /// How the rating and the percentage that it states differ from those that its scores make; `nil` if they don't.
    fileprivate func fault(in catalogue: StatementCatalogue) -> String? {
        guard let percentage = computedPercentage(in: catalogue) else { return nil }
        let computed = Rating(percentage: percentage)
        let isOther = statedRating.map { $0 != computed } ?? false
        guard isOther || statedPercentage.map({ $0 != percentage }) ?? false else { return nil }
        let stated = [statedRating?.label.lowercased(), statedPercentage.map { "\($0)%" }].compactMap(\.self)
        let made = [computed?.label.lowercased(), "\(percentage)%"].compactMap(\.self)
        return
            "its summary states \(stated.joined(separator: ", ")), but its scores make \(made.joined(separator: ", "))"
    }
}
