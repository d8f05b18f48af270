import Evidence
import EvidenceReading
import Foundation
import Support
import Testing

@testable import EvidenceBuilding
@testable import EvidenceSearch

@Suite("The sample of forms is read to the word")
struct SampleFormsTests {
    private static let reports = "www.cqc.org.uk/care-services/local-authority-assessment-reports/"

    private struct Read {
        var hits: [Hit] = []
        var report = IndexReport()
    }

    private func read() throws -> Read {
        var read = Read()
        let run = DryRun(
            data: try DataFiles(folders: [Repository.index]), supplied: SuppliedDetails(), explains: false,
            helper: .shared)
        read.report = try run.run(paths: [Repository.index + "/sample-forms/www.cqc.org.uk"]) {
            read.hits.append($0)
        }
        return read
    }

    private func page(_ name: String) throws -> Page {
        let path = Repository.index + "/sample-forms/" + Self.reports + name
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        let file = FoundFile(location: path, path: name, size: bytes.count)
        return try PageAnalyzer(data: DataFiles(folders: [Repository.index]), helper: .shared)
            .analyze(bytes, of: file, supplied: SuppliedDetails()).page
    }

    @Test("every page but the profile is read, without a doubt")
    func whole() throws {
        let read = try read()

        #expect((read.report.indexed, read.report.profiles, read.report.skipped) == (6, 1, []))
        #expect((read.report.faults, read.report.notes) == ([], []))
        #expect(Set(read.hits.map(\.published)) == ["2023-06-05", "2025-05-14"])
        #expect(Set(read.hits.map(\.authority)) == ["ferrowdale"])
        #expect(read.hits.allSatisfy { $0.url?.hasPrefix("https://\(Self.reports)ferrowdale-0") == true })
    }

    @Test("each edition's summary states its rating, its percentage and its scores")
    func summaries() throws {
        let old = try page("ferrowdale-0623-summary.txt")
        let new = try page("ferrowdale-0525/summary.html")

        #expect(
            (old.statedRating, old.statedPercentage, old.statedScores.count) == (.requiresImprovement, 56, 9))
        #expect((new.statedRating, new.statedPercentage, new.statedScores.count) == (.good, 69, 9))
        #expect(old.addressEdition?.description == "2023-06" && new.addressEdition?.description == "2025-05")
        #expect(new.updated?.description == "2025-05-15")
        #expect(
            new.paragraphs.map(\.text) == [
                "People told us that the moor road was no longer a reason to go without help. “They came in the snow”, one said.",
                "Leaders had kept their word on short breaks. Staff had more time.",
                "The road was rebuilt in 2024.",
            ])
    }

    @Test("a page in the manner of the CQC's system gives its findings alone")
    func drupal() throws {
        let page = try page("ferrowdale-0525/theme1/needs.html")

        #expect((page.score, page.scoreName) == (3, "Evidence shows a good standard"))
        #expect(
            page.paragraphs.map(\.text) == [
                "The wait for a first visit had fallen to 18 days by the 18th of March 2025, and the new hub had 240 m².",
                "Unpaid carers told us the main problems were:", "the way to the hub without a car",
                "forms that asked the same things twice", "Staff said that the hub closed too early.",
                "National data from a survey of carers showed:",
                "Satisfied with services: Ferrowdale 32.1%, England 36.8%",
                "Able to get a break: Ferrowdale 41.0%",
                "Partners told us that calls to the front door were answered within a minute.",
                "Staff told us that the upper dale had 2 therapists of its own.",
            ])
    }

    @Test("a page whose lines are of one width has its paragraphs, and their sources")
    func wrapped() throws {
        let hits = try read().hits.filter { $0.id.hasPrefix("ferrowdale/2023-06/assessing-needs/") }

        #expect(
            hits.map(\.text) == [
                "Senior leaders told us that the wait for a first visit had grown to 61 days in the winter of 2022. They put this down to the long-term lack of occupational therapists in the upper dale.",
                "Staff said that the form for an assessment had 34 pages. An assessment by telephone took half an hour less, and people who lived alone preferred a visit.",
                "Data provided by the local authority showed 212 people waiting on 1 April 2023.",
            ])
        #expect(hits.first?.sentences.first?.because == "Senior leaders told us")
    }

    @Test("lists are said by those whom their lead-in names")
    func lists() throws {
        let hits = try read().hits

        let needs = hits.filter { $0.id.hasPrefix("ferrowdale/2025-05/assessing-needs/") }
        #expect(needs[1...4].map(\.saidBy) == [[.carers], [.carers], [.carers], [.staff]])
        #expect(needs[2].sentences.first?.because == needs[1].sentences.first?.because)
        #expect(needs[6].saidBy == [.nationalData] && needs[7].saidBy == [.nationalData])
        let safeguarding = hits.filter { $0.id.hasPrefix("ferrowdale/2025-05/safeguarding/") }
        #expect(
            safeguarding.map(\.saidBy) == [
                [.partners], [.people], [.people], [.people], [.providers], [.assessor],
            ])
        #expect(safeguarding.first?.text.hasSuffix("a concern.") == true)
    }
}
