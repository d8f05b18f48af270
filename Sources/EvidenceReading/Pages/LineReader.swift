internal import Evidence

/// Tells the kind of each line of a page, by the line alone.
struct LineReader: Sendable {
    /// The slug of a statement under the slug of each of its names.
    private let statements: [String: String]
    /// The score of each wording, by its slug: `evidence-shows-a-good-standard` is 3.
    private let scoreNames: [String: Int]
    private let authorities: Set<String>

    /// Longer lines are evidence without a second look; the CQC's longest heading has 58 bytes.
    private static let longestFact = 160

    init(statements: StatementCatalogue, authorities: AuthorityNames) {
        var slugs: [String: String] = [:]
        for statement in statements.statements {
            for name in [statement.name] + (statement.aliases ?? []) { slugs[slug(name)] = statement.slug }
        }
        self.statements = slugs
        scoreNames = Dictionary(statements.scores.map { (slug($0.name), $0.score) }) { first, _ in first }
        self.authorities = Set((authorities.names + authorities.exceptions.map(\.name)).map { slug($0) })
    }

    /// The line of this number and text, which has no space at its ends.
    func line(_ text: String, number: Int) -> PageLine {
        let item = Bullet.item(of: text)
        let content = item ?? text
        let kind = kind(of: content)
        return PageLine(
            number: number, text: content, isBulleted: item != nil,
            kind: item == nil ? kind : Self.kindInList(kind))
    }

    /// Returns true if a line is text, so that it may go on in another: a paragraph, or a long heading.
    func goesOn(_ text: String) -> Bool {
        switch kind(of: Bullet.item(of: text) ?? text) {
        case .text, .heading(.summary): true
        default: false
        }
    }

    private func kind(of text: String) -> LineKind {
        guard !text.isEmpty else { return .blank }
        guard text.utf8.count <= Self.longestFact else { return .text }
        let slug = slug(text)
        if let statement = statements[slug] { return .statement(statement) }
        if text.contains(":"), slug.hasPrefix("quality-statement-"),
            let statement = statements[String(slug.dropFirst("quality-statement-".count))]
        {
            return .statement(statement)
        }
        if let heading = Heading(slug: slug), !text.hasSuffix(".") { return .heading(heading) }
        return score(text, slug) ?? website(text, slug) ?? .text
    }

    private func score(_ text: String, _ slug: String) -> LineKind? {
        let score = ScoreLine(text, scoreNames: scoreNames)
        if let score, score.isRead { return .score(score) }
        let rating = RatingLine(
            text, slug: slug, statements: statements, scoreNames: scoreNames,
            isAuthority: { TitleLine($0, knownNames: authorities) != nil })
        return rating.map { .rating($0) } ?? score.map { .score($0) }
    }

    private func website(_ text: String, _ slug: String) -> LineKind? {
        if Furniture.isFurniture(text, slug: slug) { return .furniture }
        if let dates = DatesLine(text) { return .dates(dates) }
        if let title = TitleLine(text, knownNames: authorities) { return .title(title) }
        return TitleLine.isCut(text) ? .furniture : nil
    }

    /// A list's item that names a heading is a link of a menu.
    private static func kindInList(_ kind: LineKind) -> LineKind {
        switch kind {
        case .statement(let slug): .listed(slug)
        case .heading, .title, .blank: .furniture
        default: kind
        }
    }
}
