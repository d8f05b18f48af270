import Evidence
import Foundation
import Support
import Testing

@testable import EvidenceBuilding
@testable import EvidenceSearch

/// The scores of 72 councils as they were published by October 2025; not part of the repository.
private let table = Repository.path + "/../shared/scores-2025-10.tsv"

@Suite(
    "72 councils' published scores, written out as pages, come out of the index as they went in",
    .enabled(if: FileManager.default.fileExists(atPath: table), "the published scores aren't at hand"))
struct PublishedScoresTests {
    /// A line of the table.
    private struct Row {
        let slug: String
        let name: String
        let rating: String
        let percent: Int?
        let scores: [Int?]
        let edition: String

        init(_ line: Substring) throws {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            (slug, name, rating, percent) = (cells[0], cells[1], Evidence.slug(cells[2]), Int(cells[3]))
            scores = cells[4..<13].map { Int($0) }
            edition = try #require(PublicationDate(wording: cells[13])).month
        }

        /// Its ten pages by their paths, of addresses that are flat or nested, without any date.
        func pages(isNested: Bool) -> [String: String] {
            let month = "\(edition.suffix(2))\(edition.dropFirst(2).prefix(2))"
            let address = "www.cqc.org.uk/reports/\(slug.replacing("-", with: ""))-\(month)"
            var pages: [String: String] = [:]
            for (index, score) in scores.enumerated() {
                let name = isNested ? "/theme/\(index)" : "-theme-\(index)"
                pages["\(address)\(name).txt"] = """
                    \(self.name): local authority assessment
                    \(Council.statements[index])
                    \(score.map { "Score: \($0)" } ?? "")
                    Key findings for this quality statement
                    Staff told us about kettle \(index) of \(slug).
                    """
            }
            pages["\(address)\(isNested ? "/" : "-")summary.txt"] = Council.summary(
                of: name, percent.map { "Overall rating for \(name): \($0)%" } ?? "")
            return pages
        }
    }

    private static let rows = Result {
        try String(contentsOfFile: table, encoding: .utf8).split(separator: "\n").dropFirst().map(Row.init)
    }

    private static let index = Result {
        let index = try TestIndex()
        for (number, row) in try rows.get().enumerated() {
            for (path, text) in row.pages(isNested: number.isMultiple(of: 2)) {
                try index.files.write(text, to: "pages/" + path)
            }
        }
        let report = try index.index()
        try #require(report.skipped == [] && report.indexed == 720)
        return index
    }

    @Test("every score, every rating, every edition, region, type and code")
    func all() throws {
        let rows = try Self.rows.get()
        let pages = try Self.index.get().generation().pages(PagesRequest(parameters: [])).pages
        let authorities = try Self.index.get().data.authorities.authorities.bySlug
        #expect((rows.count, pages.count) == (72, 720))
        var (scores, ratings) = (0, 0)
        for row in rows {
            let its = pages.filter { $0.authority == row.slug }
            let authority = try #require(authorities[row.slug])
            #expect(its.count == 10)
            #expect(its.allSatisfy { $0.edition == row.edition && $0.published == nil }, "\(row.slug)")
            #expect(its.allSatisfy { $0.authorityCode == authority.code }, "\(row.slug)")
            #expect(its.allSatisfy { $0.region == authority.region?.rawValue }, "\(row.slug)")
            #expect(its.allSatisfy { $0.authorityType == authority.type?.rawValue }, "\(row.slug)")
            #expect(its.allSatisfy { $0.rating ?? "" == row.rating }, "\(row.slug)")
            ratings += its.contains { $0.rating != nil } ? 1 : 0
            for (name, score) in zip(Council.statements, row.scores) {
                let page = try #require(its.first { $0.statement == slug(name) })
                #expect(page.score == score, "\(page.id)")
                scores += page.score == nil ? 0 : 1
            }
        }
        #expect((scores, ratings) == (648, 72))
    }

    @Test("the percentages are those that the rule makes of the scores")
    func percentages() throws {
        let manifest = try Self.index.get().generation().manifest
        let byAuthority = Dictionary(grouping: manifest.pages, by: \.authority)
        for row in try Self.rows.get() {
            let assessments = Assessment.all(of: byAuthority[row.slug] ?? [])
            #expect(assessments.map(\.edition) == [row.edition], "\(row.slug)")
            #expect(assessments.first?.statedPercentage == row.percent, "\(row.slug)")
            #expect(
                assessments.first?.computedPercentage(in: manifest.catalogue) == row.percent, "\(row.slug)")
        }
    }
}
