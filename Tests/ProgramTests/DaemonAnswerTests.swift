import Evidence
import Foundation
import Testing

extension DaemonTests {
    @Suite struct Answers {
        @Test("a search's answer has the members of the contract")
        func search() throws {
            let answer = try HTTP.get("/v1/search?q=hospital+discharge&said_by=partners&limit=2")

            let json = try answer.json()
            let hit = try #require((json["hits"] as? [[String: Any]])?.first)
            #expect(answer.status == 200)
            #expect(json["schema"] as? String == "evidence/1")
            #expect(
                Set(json.keys).isSuperset(
                    of: ["schema", "query", "total", "hits", "facets", "suggestions", "index"]))
            #expect(
                Set(hit.keys).isSuperset(
                    of: Self.hitMembers.union(["rank", "weight", "snippet", "snippet_highlights"])))
            #expect(hit["in_their_words"] as? Bool == true)
        }

        private static let hitMembers: Set = [
            "id", "fingerprint", "authority", "authority_name", "authority_code", "region", "authority_type",
            "statement", "statement_name", "theme", "theme_name", "score", "score_name", "indicative",
            "section", "section_name", "published", "edition", "rating", "indexed", "url",
            "said_by", "in_their_words", "source", "text", "highlights", "sentences",
        ]

        @Test(
            "its facets are those asked for, in one order",
            arguments: [
                ("", ["said_by", "score", "statement", "theme", "authority", "section"]),
                ("&facets=score,said_by", ["said_by", "score"]), ("&facets=none", []),
            ])
        func facets(parameter: String, members: [String]) throws {
            let answer = try HTTP.get("/v1/search?q=care&limit=0" + parameter)

            #expect(Set((try answer.json()["facets"] as? [String: Any] ?? [:]).keys) == Set(members))
            #expect(try answer.decoded(SearchResponse.self).facets.map(\.field.rawValue) == members)
        }

        @Test("filters in the query and beside it find the same")
        func filters() throws {
            let inside = try HTTP.search(
                "q=hospital+said-by:partners+score:1..2+statement:%22care+provision%22")
            let beside = try HTTP.search("q=hospital&said_by=partners&score=1,2&statement=care%20provision")

            #expect(inside.total.n > 0)
            #expect(inside.hits == beside.hits)
            #expect(inside.facets == beside.facets)
        }

        @Test("a limit of 0 without words counts the whole index")
        func wholeIndex() throws {
            let answer = try HTTP.search("limit=0")

            #expect((answer.total.n, answer.hits.count) == (answer.index.paragraphs, 0))
            #expect(answer.facets.first?.counts.allSatisfy { $0.n == $0.of } == true)
        }

        @Test("a paragraph comes with its neighbours, without what only a search knows")
        func paragraph() throws {
            let answer = try HTTP.get("/v1/paragraphs/harrowmere/safeguarding/2?context=2")

            let json = try answer.json()
            let response = try answer.decoded(ParagraphResponse.self)
            let members = Set((json["paragraph"] as? [String: Any] ?? [:]).keys)
            #expect(Set(json.keys).isSuperset(of: ["schema", "index", "paragraph", "before", "after"]))
            #expect(members.isSuperset(of: Self.hitMembers))
            #expect(members.isDisjoint(with: ["rank", "weight", "snippet", "snippet_highlights"]))
            #expect(response.before.map(\.id) == ["harrowmere/safeguarding/1"])
            #expect(response.paragraph.id == "harrowmere/safeguarding/2")
            #expect(response.after.map(\.id) == ["harrowmere/safeguarding/3", "harrowmere/safeguarding/4"])
        }

        @Test("a dated page's paragraphs are found by their ids, slashes written out or not")
        func datedParagraph() throws {
            let id = try #require(try HTTP.search("authority=wexcombe&limit=1").hits.first?.id)
            let encoded = id.replacing("/", with: "%2F")

            #expect(id.hasPrefix("wexcombe/2024-05/"))
            #expect(try HTTP.get("/v1/paragraphs/" + id).decoded(ParagraphResponse.self).paragraph.id == id)
            #expect(try HTTP.get("/v1/paragraphs/" + encoded).decoded(ParagraphResponse.self).before == [])
        }

        @Test("a pilot's pages say that their scores are indicative")
        func indicative() throws {
            let hits = try HTTP.search("q=score:1..4+indicative:true&limit=1000").hits

            #expect(Set(hits.map(\.authority)) == ["wexcombe"])
            #expect(hits.allSatisfy { $0.isIndicative && $0.published == "2024-05-17" })
        }

        @Test("the status has the members of the contract, and counts")
        func status() throws {
            _ = try HTTP.search("q=care")
            let before = try HTTP.get("/v1/status").decoded(StatusResponse.self)
            _ = try HTTP.get("/v1/search?q=")
            let answer = try HTTP.get("/v1/status")

            let json = try answer.json()
            let after = try answer.decoded(StatusResponse.self)
            #expect(
                Set(json.keys).isSuperset(of: [
                    "schema", "version", "index", "uptime_s", "requests", "errors", "latency_ms",
                    "connections",
                ]))
            #expect(after.requests >= before.requests + 2 && after.errors >= before.errors + 1)
            #expect(after.latency.p50 ?? 0 > 0 && after.latency.p99 ?? 0 >= after.latency.p50 ?? 1)
            #expect(after.connections >= 1 && after.uptime > 0 && after.index?.pages == 13)
        }

        @Test("HEAD is answered like GET, without the body")
        func head() throws {
            let answer = try HTTP.send(
                "HEAD /v1/search?q=care HTTP/1.1\r\nHost: e\r\nConnection: close\r\n\r\n")

            #expect((answer.status, answer.body.count) == (200, 0))
            #expect(answer.headers["content-length"].flatMap { Int($0) } ?? 0 > 1000)
        }

        @Test("one connection takes one request after another, sent ahead or not")
        func keepAlive() throws {
            let connection = try RawConnection(SampleDaemon.socket)
            let request = "GET /v1/search?q=care&limit=1&facets=none HTTP/1.1\r\nHost: e\r\n"

            connection.send(request + "\r\n" + request + "\r\n" + request + "Connection: close\r\n\r\n")

            let answers = String(decoding: connection.rest(), as: UTF8.self)
            #expect(answers.split(separator: "HTTP/1.1 200 OK").count == 3)
        }

        @Test("a hundred connections at once get the same answer each")
        func concurrent() async throws {
            let socket = SampleDaemon.socket
            let expected = try HTTP.search("q=hospital+discharge")

            let answers = try await withThrowingTaskGroup(of: SearchResponse.self) { group in
                for _ in 0..<100 { group.addTask { try HTTP.search("q=hospital+discharge", socket: socket) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }

            #expect(answers.count == 100)
            #expect(answers.allSatisfy { $0 == expected })
        }
    }
}
