import Evidence
import Support
import Testing

@testable import EvidenceBuilding
@testable import EvidenceSearch

@Suite("Every count is exact: it is what counting the paragraphs one by one gives")
struct FacetTests {
    private static let searches: [(String, [Filter])] = [
        ("hospital discharge delays", []),
        ("hospital discharge delays", [Filter(name: "said_by", values: "partners")]),
        ("hospital discharge delays", [Filter(name: "score", values: "2")]),
        ("hospital", [Filter(name: "statement", values: "care-provision-integration-and-continuity")]),
        (
            "carers",
            [Filter(name: "said_by", values: "carers,people"), Filter(name: "score", values: "1,2,3")]
        ),
        ("waiting assessment", [Filter(name: "not_said_by", values: "assessor,documents")]),
        ("training", [Filter(name: "theme", values: "leadership")]),
        ("staff leaders", [Filter(name: "not_statement", values: "overall-summary")]),
        ("partners", [Filter(name: "said_by", values: "partners,staff")]),
        ("zebra", []),
        ("", [Filter(name: "said_by", values: "national-data")]),
        ("", [Filter(name: "score", values: "2"), Filter(name: "said_by", values: "providers")]),
    ]

    @Test("on the sample reports", arguments: searches, ["auto", "all", "any"])
    func sample(search: (words: String, filters: [Filter]), match: String) throws {
        try check(search.words, search.filters, match: match, on: SampleIndex.sample.get())
    }

    @Test(
        "on the real pages", .enabled(if: Repository.hasRealPages), arguments: searches,
        ["auto", "all", "any"])
    func real(search: (words: String, filters: [Filter]), match: String) throws {
        try check(search.words, search.filters, match: match, on: SampleIndex.real.get())
    }

    private func check(_ words: String, _ filters: [Filter], match: String, on corpus: Corpus) throws {
        let model = try AnswerModel(words, filters, match: match, over: corpus.paragraphs)
        let answer = try corpus.generation.search(
            SearchRequest(
                parameters: [
                    ("q", words), ("match", match), ("exact", "true"), ("limit", "1000"),
                    ("facet_limit", "0"),
                ]
                    + filters.map { ($0.name, $0.values) }))

        #expect(Set(answer.hits.map(\.id)) == Set(model.matches.map(\.hit.id)))
        #expect((answer.total.n, answer.total.of) == (model.matches.count, corpus.paragraphs.count))
        #expect(answer.total.allWords == (model.isAll ? model.matches : model.allWords).count)
        for facet in answer.facets {
            check(facet, model.counts(facet.field), isAll: answer.query.match == .all)
        }
    }

    private func check(_ facet: Facet, _ expected: [String: ModelCount], isAll: Bool) {
        #expect(Set(expected.keys).isSubset(of: facet.counts.map(\.value.text)))
        for count in facet.counts {
            let model = expected[count.value.text] ?? ModelCount()
            #expect((count.n, count.of) == (model.n, model.of), "\(count.value.text)")
            #expect(count.allWords ?? -1 == (isAll ? -1 : model.allWords), "\(count.value.text)")
            #expect(count.inTheirWords ?? 0 == model.inTheirWords, "\(count.value.text)")
        }
    }

    @Test("facets and hits of an answer agree", arguments: SampleIndex.queries)
    func hits(query: String) throws {
        let answer = try SampleIndex.sample.get().generation.search(query, ["limit": "1000"])

        let counts = answer.counts(.saidBy)
        for group in SourceGroup.allCases {
            #expect(counts[group.rawValue]?.n == answer.hits.count { $0.saidBy.contains(group) })
        }
        #expect(answer.counts(.statement).values.reduce(0) { $0 + $1.n } == answer.total.n)
        #expect(answer.counts(.section).values.reduce(0) { $0 + $1.n } == answer.total.n)
        #expect(answer.counts(.authority).values.reduce(0) { $0 + $1.n } == answer.total.n)
    }

    @Test("sections are those of the paragraphs, by name, whichever page came first and whichever has gone")
    func sections() throws {
        let summary = """
            Harrowmere Borough Council: local authority assessment
            Overall summary
            Summary of people’s experiences
            It rained.
            """
        let index = try TestIndex(["summary.txt": summary])
        func sections() throws -> [String] {
            try index.search("indicative:false").facets.first { $0.field == .section }?.counts.map(
                \.value.text) ?? []
        }
        try index.write(Report.page("The lamp was lit."), to: "page.txt")

        try index.index()
        #expect(try sections() == ["key-findings", "summary-of-people-s-experiences"])
        try index.delete("summary.txt")
        try index.index()
        #expect(try sections() == ["key-findings"])
    }
}

@Suite("The CQC's own pages", .enabled(if: Repository.hasRealPages))
struct RealIndexTests {
    @Test("are 5 pages of 129 paragraphs")
    func counts() throws {
        let manifest = try SampleIndex.real.get().generation.manifest

        #expect((manifest.pages.count, manifest.paragraphs) == (5, 129))
    }

    @Test(
        "none of the boilerplate is indexed",
        arguments: [
            "\"what people expect\"", "\"the local authority commitment\"", "\"evidence shows\"", "downloads",
        ])
    func boilerplate(query: String) throws {
        #expect(try SampleIndex.real.get().generation.search(query, ["exact": "true"]).total.n == 0)
    }

    @Test("every paragraph of the first page for hospital discharge delays speaks of discharge")
    func discharge() throws {
        let answer = try SampleIndex.real.get().generation.search("hospital discharge delays")

        #expect(answer.hits.count == 10)
        #expect(answer.hits.allSatisfy { $0.text.lowercased().contains("discharg") })
    }
}
