import Evidence

/// A paragraph's council, statement and number, and the index that holds it, as a paper cites them.
struct Citation {
    let hit: Hit
    let index: IndexDescription

    static let publisher = "Care Quality Commission"
    static let licence =
        "Contains public sector information licensed under the Open Government Licence v3.0"
    static let licenceAddress = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"

    /// The citation in plain text, on one line.
    var text: String {
        sentences([origin, said, published, hit.url, provenance, Self.licence]).printable
    }

    /// The same in Markdown.
    var markdown: String {
        let origin = "\(Self.publisher), *\(Markdown.escaped(title))*\(Markdown.escaped(locator))"
        let address = hit.url.map(Markdown.link)
        let licence = Self.licence.replacing(
            "Open Government Licence v3.0", with: "[Open Government Licence v3.0](\(Self.licenceAddress))")
        return sentences([
            origin, Markdown.escaped(said), published, address, Markdown.escaped(provenance), licence,
        ])
    }

    /// The paragraph as a block quotation of Markdown, and its citation.
    var quotation: String { "> \(Markdown.escaped(hit.text))\n>\n> — \(markdown)\n" }

    /// The paragraph in quotation marks, and its citation below.
    var quotedText: String { "“\(hit.text.printable)”\n— \(text)" }

    /// The page's title: `Harrowmere Borough Council: local authority assessment. Safeguarding`.
    var title: String { "\(hit.authorityName): local authority assessment. \(hit.statementName)" }

    /// The score with the CQC's wording; a pilot's always with the word “indicative”.
    var score: String? {
        guard let score = hit.score else { return nil }
        let number = "\(hit.isIndicative ? "indicative score" : "score") \(score)"
        return hit.scoreName.map { "\(number): \($0)" } ?? number
    }

    /// The sources, in a sentence.
    var said: String { "Said by: \(hit.saidBy.map { $0.label.lowercased() }.joined(separator: ", "))" }

    /// The section and the paragraph's number on its page.
    var section: String { "section “\(hit.sectionName)”, paragraph \(number)" }

    /// The paragraph's number on its page.
    var number: String { String(hit.id.split(separator: "/").last ?? "") }

    /// The index and the fingerprint of the text, so that a reader can check the quotation.
    var provenance: String {
        """
        \(hit.id)@\(hit.fingerprint) in evidence index \(index.uuid), generation \(index.generation) of \
        \(index.built.prefix(10))
        """
    }

    private var locator: String { "\(score.map { " (\($0))" } ?? ""), \(section)" }
    private var origin: String { "\(Self.publisher), \(title)\(locator)" }
    private var published: String? {
        (hit.published ?? hit.edition).map { "Published \(date?.inWords ?? $0)" }
    }

    /// The date of publication, else the month that the page's address names; `nil` if there is neither, or a daemon
    /// gives it in another form.
    var date: PublicationDate? { (hit.published ?? hit.edition).flatMap { PublicationDate($0) } }

    private func sentences(_ parts: [String?]) -> String {
        parts.compactMap(\.self).map { $0 + "." }.joined(separator: " ")
    }
}
