import Evidence
import EvidenceReading
import Foundation
import Yams

/// Readers and invented pages for the tests of the page reader.
enum Pages {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    /// Published facts and real pages; not part of the repository.
    static let shared = root.appending(path: "../shared")
    static let hasShared = FileManager.default.fileExists(atPath: shared.path)
    static let reports = shared.appending(path: "reports")

    static func reader() throws -> PageReader {
        let statements = try String(
            contentsOf: root.appending(path: "index/statements.yaml"), encoding: .utf8)
        return PageReader(
            statements: try YAMLDecoder().decode(StatementCatalogue.self, from: statements),
            authorities: AuthorityNames(
                exceptions: [.init(name: "Durham County Council", slug: "county-durham")],
                names: ["Mareham Borough Council", "County Durham"]))
    }

    static func page(_ text: String, supplying details: PageDetails = PageDetails()) throws -> Page {
        try reader().page(from: Array(text.utf8), supplying: details)
    }

    /// The texts of the paragraphs of an excerpt that says nothing of itself.
    static func excerpt(_ text: String, of statement: String = "safeguarding") throws -> [String] {
        let details = PageDetails(authority: "mareham", statement: statement)
        return try page(text, supplying: details).paragraphs.map(\.text)
    }

    static let compact = """
        Mareham Borough Council: local authority assessment
        Safeguarding
        Score: 3
        3 - Evidence shows a good standard
        What people expect
        I feel safe wherever I am.
        The local authority commitment
        We keep people from harm and we act when something goes wrong.
        Key findings for this quality statement
        Partners told us that enquiries in Mareham were quick and kind.
        Score keeping by the duty team was thorough.
        Safeguarding training had reached every ward
        """

    /// The same page with a blank line between its blocks, the line of dates and the link to the files.
    static let spaced = compact.replacing("\n", with: "\n\n")
        .replacing(
            "assessment\n",
            with: "assessment\n\nPublished: 17 May 2024 Page last updated: 3 June 2024\n\nDownloads\n")

    static let summary = """
        Mareham Borough Council: local authority assessment
        Published: 17 May 2024 Page last updated: 17 May 2024
        Overall summary
        Local authority rating and score
        - Mareham Borough Council
            Good
        Mareham Borough Council scored 78 out of 100 overall
        Overall rating for Mareham Borough Council: 78%
        Quality statement scores
        • Assessing needs
            Score: 3
        • Safe pathways, systems and transitions
            Score: 2
        Summary of people’s experiences
        People told us that the front door was easy to find.
        Unpaid carers said breaks were hard to book.
        Summary of strengths, areas for development and next steps
        The council had a steady team of leaders.
        Areas for development
        Waiting lists for home adaptations had grown.
        """

    static let pilot = """
        Mareham City Council assessment
        Safeguarding:
        Indicative score:
        2 – Evidence shows some shortfalls
        What people expect:
        “I feel safe and I am supported to understand risk.”
        The local authority commitment:
        We keep people from harm.
        Key findings for this quality statement:
        Staff said that the queue of concerns was long.
        """
}
