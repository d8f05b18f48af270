internal import Evidence

/// The dates that a page states, each from the first line that gives it.
struct PageDates {
    /// The day of publication.
    private(set) var published: PublicationDate?
    /// The day of the last update.
    private(set) var updated: PublicationDate?
    /// The indices of the lines of dates.
    private(set) var lines: Set<Int> = []
    /// The indices of the lines with a date that isn't understood.
    private(set) var unread: [Int] = []

    /// The dates among the lines of a page.
    ///
    /// A label may end its line and have its date in the next. A date that has no label is the page's own only above
    /// its first heading, where no other date says when it was published.
    init(in lines: [PageLine]) {
        let top = lines.firstIndex { $0.heading != nil || $0.isLongText } ?? lines.endIndex
        var alone: PublicationDate?
        var open: DatesLine.Label?
        for (index, line) in lines.enumerated() {
            let label = open
            open = nil
            guard case .dates(let dates) = line.kind else {
                // The next line has something like a date: `Published` over `5 Mrach 2025`.
                if label != nil, line.kind == .text, Self.isLikeDate(line.text) { unread.append(index) }
                continue
            }
            if let date = dates.unlabelled {
                guard label != nil || index < top else { continue }
                self.lines.insert(index)
                if label == .published { published = published ?? date }
                if label == .updated { updated = updated ?? date }
                if label == nil { alone = alone ?? date }
                continue
            }
            self.lines.insert(index)
            published = published ?? dates.published
            updated = updated ?? dates.updated
            open = dates.open
            if !dates.isRead { unread.append(index) }
        }
        published = published ?? alone
    }

    private static func isLikeDate(_ text: String) -> Bool {
        let words = DateWords(text)
        return words.words.count <= 6 && words.hasNumber
    }
}
