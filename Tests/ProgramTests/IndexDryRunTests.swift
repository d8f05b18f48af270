import Evidence
import Foundation
import Support
import Testing

/// What `evidence-index --dry-run` prints.
@Suite struct IndexDryRunTests {
    @Test("a paragraph a line, as a hit without rank, weight and snippet; no index is touched: 0")
    func lines() throws {
        let files = try IndexProgramTests.pages()

        let outcome = try files.index("--dry-run", "--format", "jsonl", files.path + "/pages")

        let hits = try outcome.hits()
        #expect((outcome.status, outcome.errors) == (0, ""))
        #expect(
            hits.map(\.id) == [
                "harrowmere/safeguarding/1", "harrowmere/safeguarding/2", "harrowmere/assessing-needs/1",
            ])
        #expect(hits.map(\.saidBy) == [[.partners], [.assessor], [.assessor]])
        #expect(hits.map(\.source.line) == [8, 9, 8])
        #expect(!FileManager.default.fileExists(atPath: files.path + "/index"))
    }

    @Test("a line has the members of a hit, and no others")
    func members() throws {
        let files = try IndexProgramTests.pages()

        let outcome = try files.index("--dry-run", files.path + "/pages")

        let line = try #require(outcome.lines.first)
        let json = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
        #expect(json["in_their_words"] is NSNull && json["url"] is NSNull && json["published"] is NSNull)
        #expect(Set(json.keys).isDisjoint(with: ["rank", "weight", "snippet", "snippet_highlights"]))
        #expect(json["source"] as? NSDictionary == ["path": "pages/a.txt", "line": 8])
        #expect((json["sentences"] as? [[String: Any]])?.first?["rule"] == nil)
    }

    @Test("with --explain each sentence that names its source has the rule that decided it")
    func explain() throws {
        let files = try IndexProgramTests.pages()

        let hits = try files.index("--dry-run", "--explain", files.path + "/pages").hits()

        let sentence = try #require(hits.first?.sentences.first)
        #expect(sentence.because == "Partners told us")
        #expect(sentence.rule?.isEmpty == false)
    }

    @Test("pages left out are named, the others printed: 4")
    func partial() throws {
        let files = try IndexProgramTests.pages()
        try files.write("", to: "pages/c.txt")
        try files.write(Report.page("The lamp was lit."), to: "pages/d.txt")

        let outcome = try files.index("--dry-run", files.path + "/pages")

        #expect((outcome.status, outcome.lines.count) == (4, 3))
        #expect(
            outcome.errors == """
                evidence-index: pages/c.txt left out: empty; save the page again
                evidence-index: pages/d.txt left out: the same page as pages/a.txt, which came first

                """)
    }

    @Test("what a page lacks is supplied")
    func supplied() throws {
        let files = try TemporaryFolder()
        try files.write("Key findings for this quality statement\nThe lamp was lit.\n", to: "a.txt")

        let hit = try files.index(
            "--dry-run", "--authority", "Leeds City Council", "--statement", "safeguarding", "--published",
            "2025-06-20", "--url", "https://a.example/", files.path + "/a.txt"
        ).hits().first

        #expect(hit?.id == "leeds/2025-06/safeguarding/1")
        #expect((hit?.url, hit?.published) == ("https://a.example/", "2025-06-20"))
    }

    @Test("a closed output ends it quietly")
    func closedPipe() throws {
        let outcome = try Programs.shell(
            "\"$index\" --dry-run '\(Repository.index)/sample' | head -n 1; exit ${PIPESTATUS[0]}",
            environment: ["index": Programs.path("evidence-index")])

        #expect((outcome.status, outcome.lines.count, outcome.errors) == (0, 1, ""))
    }
}

extension DaemonTests {
    @Suite struct DryRun {
        @Test("the sample's lines are what the daemon answers")
        func sample() throws {
            let files = try TemporaryFolder()
            let lines = try files.index("--dry-run", Repository.index + "/sample").hits()

            let hits = try HTTP.search("statement=safeguarding&limit=1000").hits

            #expect(hits.count > 20)
            for hit in hits {
                var hit = hit
                (hit.rank, hit.weight, hit.snippet, hit.highlights) = (nil, nil, nil, [])
                #expect(lines.contains(hit))
            }
        }
    }
}

extension Outcome {
    /// The hits that the lines are.
    fileprivate func hits() throws -> [Hit] {
        try lines.map { try Hit(json: Array($0.utf8)) }
    }
}
