public import Evidence

/// Reads a saved page: the facts that it states about itself, and its paragraphs of evidence.
///
/// It reads the CQC's pages as text, compact or spaced, whole or cut at either end, with their slips.
public struct PageReader: Sendable {
    /// The bytes of the largest file that is read; the CQC's longest pages have some 30,000.
    public static let largestPage = 8 << 20

    /// The bytes of the largest file that is opened: a page, and the pictures that a browser saved inside it.
    public static let largestFile = 64 << 20

    /// The bytes of the longest name that may be supplied for an authority; titles have shorter ones.
    public static let longestAuthority = 160

    private let statements: StatementCatalogue
    private let authorities: AuthorityNames
    /// The name of each known authority under its slug.
    private let names: [String: String]
    private let lineReader: LineReader

    /// A reader that knows the statements and authorities of the data files.
    public init(statements: StatementCatalogue, authorities: AuthorityNames) {
        self.statements = statements
        self.authorities = authorities
        names = Dictionary(authorities.names.map { (authorities.slug(of: $0), $0) }) { first, _ in first }
        lineReader = LineReader(statements: statements, authorities: authorities)
    }

    /// The page that a file's bytes hold; `details` supply the facts that the page doesn't state.
    public func page(from bytes: [UInt8], supplying details: PageDetails = PageDetails()) throws(PageError)
        -> Page
    {
        let pageLines = PageLines(try PageText.lines(of: bytes), reader: lineReader)
        let lines = pageLines.lines.map { lineReader.line($0.text.visible, number: $0.number) }
            .filter { $0.kind != .blank }
        let outline = PageOutline(lines: lines, statement: details.statement)
        if ProfilePage.isProfile(lines) { throw .profile }
        guard let authority = authority(of: outline, details) else { throw .noAuthority }
        guard let statement = outline.statement else {
            throw .noStatement(PageRemarks.unknownStatement(in: lines))
        }
        if let line = outline.secondPage { throw .severalPages(line: line) }
        let walk = EvidenceWalk(over: outline)
        let paragraphs = walk.paragraphs
        guard let first = paragraphs.first else { throw .noEvidence }
        let (score, wording) = outline.score(before: first.line)
        let summary = SummaryFacts(outline)
        return Page(
            authority: authority.slug, authorityName: authority.name, statement: statement,
            score: score, scoreName: wording ?? score.flatMap(statements.name(ofScore:)),
            isIndicative: outline.isIndicative, published: outline.dates.published ?? details.published,
            updated: outline.dates.updated, statedRating: summary.rating?.0,
            statedPercentage: summary.percentage?.0,
            statedScores: summary.scores,
            addressEdition: details.addresses.lazy.compactMap(PageAddress.edition).first,
            paragraphs: paragraphs.flatMap(\.pieces),
            remarks: PageRemarks(outline, summary, walk, pageLines.doubts).inOrder)
    }

    /// The name of the title, else the one supplied, which may be a slug of a known name.
    private func authority(of outline: PageOutline, _ details: PageDetails) -> (slug: String, name: String)? {
        if let name = outline.title?.authorityName { return (authorities.slug(of: name), name) }
        guard let supplied = details.authority, !slug(supplied).isEmpty else { return nil }
        let slug = authorities.slug(of: supplied)
        return (slug, names[slug] ?? supplied)
    }
}
