internal import Evidence

/// The facts that the lines of a page give: authority, statement, dates and score.
struct PageOutline {
    /// The lines that hold something.
    let lines: [PageLine]
    /// The index of the title among the lines.
    let titleIndex: Int?
    /// The index of the statement's name among the lines.
    let statementIndex: Int?
    /// The slug of the statement that the page itself names, else of the one supplied.
    let statement: String?
    /// The dates that the page states.
    let dates: PageDates
    /// The line where a second page begins, if the file holds more than one.
    let secondPage: Int?

    /// The outline of lines that hold something; `statement` is for a page that doesn't name its own.
    init(lines: [PageLine], statement: String?) {
        self.lines = lines
        titleIndex = Self.titleIndex(in: lines)
        let names = StatementNames(in: lines, from: titleIndex ?? 0)
        statementIndex = names.index
        self.statement =
            names.areOfSummary
            ? StatementCatalogue.summary : names.index.flatMap { lines[$0].statement } ?? statement
        dates = PageDates(in: lines)
        secondPage = names.secondPage.map { lines[$0].number }
    }

    /// True if it is the page that sums an assessment up.
    var isSummary: Bool { statement == StatementCatalogue.summary }

    /// The title, if the page has one.
    var title: TitleLine? { titleIndex.flatMap { lines[$0].title } }

    /// True if it is a pilot's page, which its title, its score line or a heading says.
    var isIndicative: Bool {
        title?.isPilot == true
            || lines.contains { line in
                switch line.kind {
                case .score(let score): score.isIndicative
                case .heading(.ratings(isIndicative: true)): true
                default: false
                }
            }
    }

    /// The score and the page's wording of it, from the lines between the statement's name and the evidence.
    ///
    /// If the two lines disagree, as in `Score: 3` over `2 - Evidence shows some shortfalls`, the first
    /// holds and the wording is left to the catalogue.
    func score(before evidence: Int) -> (score: Int?, wording: String?) {
        guard !isSummary else { return (nil, nil) }
        var score: Int?
        var wordings: [Int: String] = [:]
        for line in lines[(statementIndex ?? 0)...] where line.number < evidence {
            guard let stated = line.score, let number = stated.score else { continue }
            score = score ?? number
            if let wording = stated.wording { wordings[number] = wordings[number] ?? wording }
        }
        return (score, score.flatMap { wordings[$0] })
    }

    /// The first title that says what it is, wherever; else a bare `X Council:` above everything else.
    private static func titleIndex(in lines: [PageLine]) -> Int? {
        if let full = lines.firstIndex(where: { $0.title?.isBare == false }) { return full }
        let first = lines.firstIndex { $0.kind != .furniture }
        return first.flatMap { lines[$0].title == nil ? nil : $0 }
    }
}
