import Evidence
import Foundation
import Support
import Testing

/// What Debian's own Xapian tools find in our database: xapian-tools, python3-xapian and xapian-omega.
@Suite(.sampleDaemon) struct XapianToolsTests {
    /// Words of the sample alone and in pairs, each with a filter of another kind.
    static let queries: [String] = {
        let words = [
            "discharge", "hospital", "hospital discharge", "carers", "carers breaks", "training", "delays",
            "risk",
            "safeguarding", "complaints", "waiting", "waiting list", "homecare", "equity", "strategy",
            "dementia",
            "direct payments", "supported living", "mental health", "advocacy", "review", "transition",
            "partners",
            "housing", "data",
        ]
        let filters = [
            "said_by:partners", "score:2", "authority:wexcombe", "theme:providing-support said_by:staff",
            "statement:safeguarding statement:assessing-needs", "section:key-findings",
            "said_by:people said_by:carers", "score:3 authority:harrowmere", "",
        ]
        return words.indices.flatMap { index in
            [words[index], "\(words[index]) \(filters[index % filters.count])"]
        }
    }()

    /// The answer of `count-facets.py` to a query.
    private struct Counted: Decodable {
        let n: Int
        let facets: [String: [String: Int]]
    }

    @Test("python3-xapian counts every facet of 50 searches as the daemon does")
    func sameCounts() throws {
        let script = Programs.root.appending(path: "Tests/ProgramTests/Scripts/count-facets.py").path
        let outcome = try Programs.run(script, [Self.database] + Self.queries)
        #expect(outcome.errors == "")
        try #require(outcome.lines.count == 50)
        var found = 0
        for (query, line) in zip(Self.queries, outcome.lines) {
            let counted = try JSONDecoder().decode(Counted.self, from: Data(line.utf8))
            let answer = try Self.answer(query)
            #expect(answer.total.n == counted.n, "\(query)")
            found += counted.n > 0 ? 1 : 0
            for facet in answer.facets {
                let name = facet.field.rawValue
                for count in facet.counts where count.value != .text("none") {
                    let value = count.value.text
                    let its =
                        name == "said_by"
                        ? counted.facets["said_by:\(value)"]?["1"] : counted.facets[name]?[value]
                    #expect(count.n == its ?? 0, "\(query): \(name) \(value)")
                }
            }
        }
        #expect(found > 40)
    }

    @Test("every word that Xapian's own term generator finds in a paragraph is a term of its document")
    func sameWords() throws {
        let outcome = try Programs.run(
            "/usr/bin/python3",
            [
                "-c",
                """
                import sys, xapian
                database = xapian.Database(sys.argv[1])
                generator = xapian.TermGenerator()
                generator.set_stemmer(xapian.Stem("en"))
                missing = count = 0
                for posting in database.postlist(""):
                    document = database.get_document(posting.docid)
                    fields = dict(line.split("=", 1) for line in document.get_data().decode().splitlines())
                    made = xapian.Document()
                    generator.set_document(made)
                    generator.index_text(fields["text"])
                    wanted, held = {term.term for term in made}, {term.term for term in document}
                    missing += len(wanted - held)
                    count += len(wanted)
                print(missing, count > 10000)
                """, Self.database,
            ])

        #expect(outcome.output == "0 True\n", "\(outcome.errors)")
    }

    @Test(
        "quest finds words in capitals, words by their beginning, and phrases where there are positions",
        arguments: [
            ("Discharge", [], "Exactly 43 matches"),
            ("reabl*", ["-f", "default,wildcard"], "Exactly 17 matches"),
            ("\"hospital discharge\"", [], "Exactly 14 matches"),
            ("said_by:partners discharge", ["-b", "said_by:XG"], "Exactly 24 matches"),
        ])
    func quest(query: String, options: [String], expected: String) throws {
        let files = try TemporaryFolder()
        try #require(try files.index("--positions", Repository.index + "/sample").status == 0)

        let outcome = try Programs.run(
            "/usr/bin/quest",
            ["-d", files.path + "/index/current/xapian", "-s", "en", "-o", "and", "-c", "1000"] + options + [
                query
            ])

        #expect(outcome.output.contains(expected), "\(outcome.output.prefix(200))")
    }

    @Test("xapian-delve shows a paragraph's terms, its council and statement")
    func delve() throws {
        let outcome = try Programs.run("/usr/bin/xapian-delve", ["-r", "1", "-d", Self.database])

        for part in [
            "id=harrowmere/assessing-needs/1\n", "authority_name=Harrowmere Borough Council\n",
            " XAharrowmere ",
        ] {
            #expect(outcome.output.contains(part), "\(part)")
        }
    }

    @Test("Omega's CGI finds paragraphs and shows their council, statement and who said it")
    func omega() throws {
        let files = try TemporaryFolder()
        try files.write(
            """
            $setmap{prefix,said_by,XG}$set{stemmer,en}$set{default_op,AND}$set{thousand,}\
            $hitlist{$field{authority_name}|$field{statement}|$field{said_by}
            }
            """, to: "templates/paragraphs")
        try files.write(
            "database_dir \(URL(filePath: Self.database).deletingLastPathComponent().path)\ntemplate_dir \(files.path)/templates\n",
            to: "omega.conf")

        let outcome = try Programs.run(
            "/usr/lib/cgi-bin/omega/omega",
            ["P=hospital delays", "DB=xapian", "FMT=paragraphs", "B=XAharrowmere"],
            environment: ["OMEGA_CONFIG_FILE": files.path + "/omega.conf"])

        #expect(
            outcome.lines.contains {
                $0.hasPrefix("Harrowmere Borough Council|") && $0.hasSuffix("|partners")
            },
            "\(outcome.output.prefix(500)) \(outcome.errors)")
    }

    private static var database: String { SampleDaemon.index + "/current/xapian" }

    private static func answer(_ query: String) throws -> SearchResponse {
        var parts = URLComponents()
        parts.queryItems = [
            URLQueryItem(name: "q", value: query), URLQueryItem(name: "match", value: "all"),
            URLQueryItem(name: "exact", value: "true"), URLQueryItem(name: "facet_limit", value: "0"),
            URLQueryItem(name: "limit", value: "0"),
        ]
        let answer = try HTTP.get(
            "/v1/search?" + (parts.percentEncodedQuery ?? ""), socket: SampleDaemon.socket)
        return try SearchResponse(json: Array(answer.body))
    }
}
