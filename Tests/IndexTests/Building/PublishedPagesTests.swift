import Evidence
import EvidenceReading
import Foundation
import Support
import Testing

@testable import EvidenceBuilding
@testable import EvidenceSearch

@Suite("The scores that the CQC has published, written out as pages, are read")
struct PublishedPagesTests {
    private static let table = Repository.path + "/../shared/scores-2025-10.tsv"
    private static let statements = [
        ("needs", 1, "Assessing needs"), ("support", 1, "Supporting people to live healthier lives"),
        ("equity", 1, "Equity in experience and outcomes"),
        ("care", 2, "Care provision, integration and continuity"),
        ("partnerships", 2, "Partnerships and communities"),
        ("pathways", 3, "Safe systems, pathways and transitions"),
        ("safeguarding", 3, "Safeguarding"), ("governance", 4, "Governance, management and sustainability"),
        ("learning", 4, "Learning, improvement and innovation"),
    ]

    private struct Council {
        let slug: String
        let name: String
        let rating: String
        let percentage: Int
        let scores: [Int]
        let published: String
        let address: String
        var isFlat: Bool { slug.utf8.count.isMultiple(of: 2) }

        init?(_ line: Substring) {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count == 15, let percentage = Int(fields[3]) else { return nil }
            (slug, name, rating, self.percentage) = (fields[0], fields[1], fields[2], percentage)
            scores = fields[4...12].compactMap { Int($0) }
            (published, address) = (fields[13], fields[14])
        }

        var mirrored: String { String(address.dropFirst("https://".count)) }

        func place(_ name: String, theme: Int) -> String {
            if name == "summary" { return mirrored + (isFlat ? "-summary" : "/summary") }
            return mirrored + (isFlat ? "-theme\(theme)-\(name)" : "/theme\(theme)/\(name)")
        }

        func text(of index: Int) -> String {
            Report.page(
                council: name, statement: statements[index].2, score: scores[index],
                "Partners told us that it was so in \(slug).")
        }

        var summary: String {
            let list = zip(statements, scores).map { "- \($0.2)\n    Score: \($1)" }.joined(separator: "\n")
            return """
                \(name): local authority assessment
                Overall summary
                Local authority rating and score
                \(rating)
                Overall rating for \(name): \(percentage)%
                Quality statement scores
                \(list)
                Summary of people’s experiences
                People told us that it was so in \(slug).

                """
        }
    }

    private func councils() throws -> [Council] {
        try String(contentsOfFile: Self.table, encoding: .utf8).split(separator: "\n").dropFirst().compactMap(
            Council.init)
    }

    @Test(
        "72 councils, 648 scores, 72 ratings and percentages, in text and as web pages",
        .enabled(
            if: FileManager.default.fileExists(atPath: table), "the table of published scores isn't there"),
        arguments: [false, true])
    func all(isHTML: Bool) throws {
        let folder = try TemporaryFolder()
        let councils = try councils()
        for council in councils {
            for (index, statement) in Self.statements.enumerated() {
                let place = council.place(statement.0, theme: statement.1)
                try write(council.text(of: index), to: place, address: council.address, isHTML, folder)
            }
            try write(
                council.summary, to: council.place("summary", theme: 0), address: council.address, isHTML,
                folder)
        }

        let walk = try PageWalk(paths: [folder.path], helper: .shared)
        let analyzer = PageAnalyzer(data: try DataFiles(folders: [Repository.index]), helper: .shared)
        let source = PageSource(walk.files, helper: .shared)
        let pages = try walk.files.map {
            try analyzer.analyze(source.bytes(of: $0), of: $0, supplied: SuppliedDetails()).page
        }

        #expect((councils.count, pages.count) == (72, 720))
        #expect(pages.flatMap(\.remarks) == [])
        for council in councils {
            let own = pages.filter { $0.authority == council.slug }
            let summary = own.first { $0.statement == StatementCatalogue.summary }
            let scores = Dictionary(
                uniqueKeysWithValues: own.compactMap { page in page.score.map { (page.statement, $0) } })
            let expected = Dictionary(
                uniqueKeysWithValues: zip(Self.statements, council.scores).map { (slug($0.2), $1) })
            #expect((scores, summary?.statedScores) == (expected, expected), "\(council.slug)")
            #expect(
                summary?.statedRating?.label == council.rating,
                "\(council.slug)")
            #expect(summary?.statedPercentage == council.percentage, "\(council.slug)")
            let edition = PublicationDate(wording: council.published)
            #expect(own.count == 10 && own.allSatisfy { $0.addressEdition == edition }, "\(council.slug)")
        }
    }

    private func write(
        _ text: String, to place: String, address: String, _ isHTML: Bool, _ folder: TemporaryFolder
    ) throws {
        guard isHTML else { return try folder.write(text, to: place + ".txt") }
        // What stands under its own address names it in half of the pages; the others lie in the mirror alone.
        let canonical = place.utf8.count.isMultiple(of: 2) ? "https://" + place : nil
        try folder.write(WebPage.page(text, canonical: canonical), to: place + ".html")
    }
}
