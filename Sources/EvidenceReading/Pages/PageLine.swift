/// A line of a page, and what it is.
struct PageLine: Equatable {
    /// From 1.
    let number: Int
    /// Without a bullet, and without space at its ends.
    let text: String
    /// True if it is an item of a bulleted list.
    let isBulleted: Bool
    let kind: LineKind
}

/// The kind of a line, as far as the line alone tells it.
enum LineKind: Equatable {
    case blank
    /// `St Helens Borough Council: local authority assessment`.
    case title(TitleLine)
    /// `Published: 17 May 2024 Page last updated: 17 May 2024`.
    case dates(DatesLine)
    /// The name of a quality statement on a line of its own; the slug of it.
    case statement(String)
    /// The name of a quality statement as an item of a list: a link of a menu, or a line above its score.
    case listed(String)
    /// `Score: 3`, or `3 - Evidence shows a good standard`.
    case score(ScoreLine)
    /// A line of a rating list: `Good`, or `scored 78 out of 100 overall`.
    case rating(RatingLine)
    /// A heading that the CQC's pages are known to have.
    case heading(Heading)
    /// A part of the website: `Downloads`, `Back to top`.
    case furniture
    /// Anything else: evidence, an I-statement, a commitment, or a heading that nobody foresaw.
    case text
}

extension PageLine {
    /// The title that the line is.
    var title: TitleLine? {
        if case .title(let title) = kind { title } else { nil }
    }

    /// The slug of the statement that the line names.
    var statement: String? {
        if case .statement(let slug) = kind { slug } else { nil }
    }

    /// The known heading that the line is.
    var heading: Heading? {
        if case .heading(let heading) = kind { heading } else { nil }
    }

    /// The score that the line is.
    var score: ScoreLine? {
        if case .score(let score) = kind { score } else { nil }
    }

    /// True if the line is a figure without a word, as a cell of a table is.
    var isFigure: Bool { text.utf8.count <= 40 && !text.contains(where: \.isLetter) }

    /// True if the line is long enough to be a paragraph for certain.
    var isLongText: Bool { kind == .text && text.split(separator: " ", maxSplits: 11).count == 12 }
}
