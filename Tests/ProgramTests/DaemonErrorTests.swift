import Evidence
import Foundation
import Testing

/// What `evidenced` answers over the sample reports, asked through its socket.
@Suite(.sampleDaemon) struct DaemonTests {}

extension DaemonTests {
    @Suite struct Errors {
        @Test(
            "what is wrong with a query is told with its place and a remedy",
            arguments: [
                ("q=hospital+said-by:partnrs", 400, ErrorCode.unknownValue, 17, "did you mean partners?"),
                ("q=hospital+sayd-by:partners", 400, .badQuery, 9, "did you mean said-by?"),
                ("q=statement:safegarding", 400, .unknownValue, 10, "did you mean safeguarding?"),
                (
                    "q=statement:and", 400, .unknownValue, 10,
                    "it could be equity-in-experience-and-outcomes, "
                ),
                ("q=authority:leeds", 400, .unknownValue, 10, "it can be "),
                ("q=caf%C3%A9+authority:wexcomb3", 400, .unknownValue, 16, "did you mean wexcombe?"),
                ("q=score:5", 400, .badValue, 6, "write one score, a list or a range"),
                ("q=score:2..1", 400, .badValue, 6, "write one score, a list or a range"),
                ("q=published:2025-13", 400, .badValue, 10, "write a year, month or day, or a range"),
                ("q=hospital+%22discharge", 400, .badQuery, 9, "close it or remove it"),
                ("q=hospital+%E2%80%9Cdischarge", 400, .badQuery, 9, "close it or remove it"),
                ("q=hospital+(discharge", 400, .badQuery, 9, "close it or remove it"),
                ("q=hospital)", 400, .badQuery, 8, "open one before it or remove it"),
                ("q=hospital+AND", 400, .badQuery, 9, "add a word there"),
                ("q=the+of", 400, .emptyQuery, 0, "add a word, or put them in quotes"),
                ("q=a%00b", 400, .badQuery, 1, "remove it"),
            ])
        func query(parameters: String, status: Int, code: ErrorCode, at: Int, hint: String) throws {
            let answer = try HTTP.get("/v1/search?" + parameters)

            let error = try answer.decoded(RequestError.self)
            #expect((answer.status, error.code, error.at) == (status, code, at))
            #expect(error.hint?.contains(hint) == true)
        }

        @Test(
            "what is wrong with a parameter is told by its name",
            arguments: [
                ("q=", 400, ErrorCode.emptyQuery, "no words and no filter"),
                ("", 400, .emptyQuery, "no words and no filter"),
                ("said_by=partnrs", 400, .unknownValue, "unknown source \"partnrs\""),
                ("statement=zzz", 400, .unknownValue, "unknown statement \"zzz\""),
                ("authority=atlantis", 400, .unknownValue, "unknown authority \"atlantis\""),
                ("score=0", 400, .badValue, "score is 1 to 4 or none, not \"0\""),
                ("q=care&limit=1001", 400, .badValue, "limit is a whole number from 0 to 1000, not \"1001\""),
                ("q=care&limitt=3", 400, .unknownParameter, "unknown parameter \"limitt\""),
                ("q=care&q=carers", 400, .badValue, "q is given twice"),
                ("q=care&sort=weight", 400, .badValue, "sort is "),
                ("q=care&in_their_words=true", 400, .badValue, "`in_their_words` needs words, and `said_by`"),
                ("q=%zz", 400, .badValue, "\"%zz\" is not UTF-8 in percent signs"),
                ("q=%ff", 400, .badValue, "\"%ff\" is not UTF-8 in percent signs"),
                ("q=a%2", 400, .badValue, "\"a%2\" is not UTF-8 in percent signs"),
                ("q=a%+f", 400, .badValue, "\"a%+f\" is not UTF-8 in percent signs"),
                (
                    "q=care&generation=7", 410, .generationGone,
                    "generation 7 is not kept; the current one is 1"
                ),
                ("q=" + String(repeating: "a", count: 4097), 413, .tooLong, "the query is 4097 bytes long"),
                ("q=" + String(repeating: "b+", count: 65), 413, .tooLong, "more than 64 words"),
            ])
        func parameter(parameters: String, status: Int, code: ErrorCode, message: String) throws {
            let answer = try HTTP.get("/v1/search?" + parameters)

            let error = try answer.decoded(RequestError.self)
            #expect((answer.status, error.code) == (status, code))
            #expect(error.message.contains(message))
        }

        @Test("where names are few, an unknown one is answered with all of them")
        func candidates() throws {
            func candidates(_ parameters: String) throws -> [String] {
                try HTTP.get("/v1/search?" + parameters).decoded(RequestError.self).candidates.sorted()
            }

            #expect(try candidates("authority=zzz") == ["harrowmere", "wexcombe"])
            #expect(try candidates("theme=zzz").count == 4)
            #expect(try candidates("said_by=zzz").count == 10)
            #expect(try candidates("score=9") == ["1", "2", "3", "4", "none"])
        }

        @Test("a query of just 4 KiB is answered")
        func longestQuery() throws {
            let word = String(repeating: "a", count: 4096)

            #expect(try HTTP.get("/v1/search?q=" + word).status == 200)
        }

        @Test(
            "what isn't there is 404",
            arguments: [
                "/", "/v1", "/v1/", "/v1/search/", "/v1/nothing", "/v2/search", "/v1/Search?q=care",
                "/v1/paragraphs/", "/v1/paragraphs/harrowmere/safeguarding/999", "/v1/paragraphs/nobody/1",
                "/v1/paragraphs/..%2F..%2Fetc", "/etc/passwd", "/../v1/status",
            ])
        func notFound(target: String) throws {
            let answer = try HTTP.get(target)

            #expect(answer.status == 404)
            #expect(try answer.decoded(RequestError.self).code == .notFound)
        }

        @Test(
            "a paragraph and the status have parameters of their own, or none",
            arguments: [
                ("/v1/paragraphs/harrowmere/safeguarding/1?context=101", ErrorCode.badValue),
                ("/v1/paragraphs/harrowmere/safeguarding/1?contxt=1", .unknownParameter),
                ("/v1/paragraphs/harrowmere/safeguarding/1?context=1&context=2", .badValue),
                ("/v1/similar/harrowmere/safeguarding/1?limit=1&limit=2", .badValue),
                ("/v1/pages?generation=1&generation=2", .badValue),
                ("/v1/paragraphs/harrowmere/safeguarding/%ff", .badValue),
                ("/v1/status?verbose=1", .unknownParameter),
            ])
        func others(target: String, code: ErrorCode) throws {
            let answer = try HTTP.get(target)

            #expect(answer.status == 400)
            #expect(try answer.decoded(RequestError.self).code == code)
        }

        @Test(
            "another method than GET is 405, and the answer says which are taken",
            arguments: ["POST", "PUT", "DELETE", "OPTIONS", "QUERY"])
        func method(name: String) throws {
            let answer = try HTTP.send(
                "\(name) /v1/search?q=care HTTP/1.1\r\nHost: e\r\nConnection: close\r\n\r\n")

            #expect(answer.status == 405)
            #expect(answer.headers["allow"] == "GET, HEAD")
            #expect(try answer.decoded(RequestError.self).message == "\(name) is not for /v1/search")
        }

        @Test("a body over 64 KiB isn't read: 413, and the connection ends")
        func largeBody() throws {
            let answer = try HTTP.send(
                "GET /v1/search?q=care HTTP/1.1\r\nHost: e\r\nContent-Length: 65537\r\n\r\nabc")

            #expect(answer.status == 413)
            #expect(answer.headers["connection"] == "close")
            #expect(try answer.decoded(RequestError.self).code == .tooLong)
        }

        @Test(
            "headers beyond all measure are 413, and the connection ends",
            arguments: [
                "GET /v1/status HTTP/1.1\r\nHost: e\r\nX-Long: \(String(repeating: "a", count: 100_000))\r\n\r\n",
                "GET /v1/search?q=\(String(repeating: "a", count: 100_000)) HTTP/1.1\r\nHost: e\r\n\r\n",
            ])
        func largeHeaders(request: String) throws {
            let answer = try HTTP.send(request)

            #expect(answer.status == 413)
            #expect(try answer.decoded(RequestError.self).code == .tooLong)
        }

        @Test("what is no HTTP is 400", arguments: ["nonsense\r\n\r\n", "GET\r\n\r\n", "\u{0}\u{1}\r\n\r\n"])
        func noHTTP(request: String) throws {
            #expect(try HTTP.send(request).status == 400)
        }

        @Test("every error is JSON with all its members")
        func members() throws {
            let answer = try HTTP.get("/v1/search?q=care&limit=1001")

            let error = try #require(try answer.json()["error"] as? [String: Any])
            #expect(answer.headers["content-type"] == "application/json; charset=utf-8")
            #expect(Set(error.keys).isSuperset(of: ["code", "message", "at", "hint", "candidates"]))
            #expect(error["at"] is NSNull)
        }

        @Test("no request, however strange, ends the daemon")
        func garbage() throws {
            var random = SystemRandomNumberGenerator()
            for _ in 0..<200 {
                let bytes = (0..<80).map { _ in
                    "%" + String(UInt8.random(in: 0...255, using: &random), radix: 16)
                }
                _ = try? HTTP.get("/v1/search?q=" + bytes.joined())
                let raw = (0..<40).map { _ in String(UnicodeScalar(UInt8.random(in: 1...127, using: &random)))
                }
                _ = try? HTTP.send(raw.joined() + "\r\n\r\n")
            }

            #expect(try HTTP.get("/v1/status").status == 200)
        }
    }
}
