import Foundation
import Testing

/// What `evidence` does where the daemon isn't there, or isn't well.
@Suite struct CommandConnectionTests {
    @Test("no daemon ends with 3 and a sentence on how to start it")
    func noDaemon() throws {
        let outcome = try Programs.evidence("search", "care", socket: "/tmp/no-such-evidence.sock")

        #expect(outcome.status == 3)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("evidenced --index DIR --socket /tmp/no-such-evidence.sock"))
    }

    @Test("no index ends with 3 and a sentence on how to build one")
    func noIndex() throws {
        let daemon = try CannedDaemon(.error(503, "no_index", "there is no index yet"))

        let outcome = try Programs.evidence("search", "care", socket: daemon.path)

        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("evidence-index --index DIR"))
    }

    @Test(
        "what may well work later ends with 75",
        arguments: [("busy", "evidence: later"), ("timeout", "evidence: later")])
    func busy(code: String, message: String) throws {
        let daemon = try CannedDaemon(.error(503, code, "later"))

        let outcome = try Programs.evidence("search", "care", socket: daemon.path)

        #expect(outcome.status == 75)
        #expect(outcome.errors.hasPrefix(message))
    }

    @Test("no answer in time ends with 75")
    func slow() throws {
        let daemon = try CannedDaemon(.silence)

        let outcome = try Programs.evidence("search", "care", "--timeout", "0.2", socket: daemon.path)

        #expect(outcome.status == 75)
        #expect(outcome.errors.hasPrefix("evidence: no answer within 0.2 s"))
    }

    @Test("a connection that ends before the answer is tried once more")
    func retry() throws {
        let daemon = try CannedDaemon(.end, .answer(CannedDaemon.search()))

        #expect(try Programs.evidence("search", "care", socket: daemon.path).status == 0)
    }

    @Test("a connection that ends twice, at once or within the answer, ends with 75")
    func ended() throws {
        let daemon = try CannedDaemon(.end, .raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"))

        let outcome = try Programs.evidence("search", "care", socket: daemon.path)

        #expect(outcome.status == 75)
        #expect(outcome.output.isEmpty)
    }

    @Test(
        "what is no evidenced ends with 3",
        arguments: ["SSH-2.0-OpenSSH\r\n", "HTTP/1.1 200 OK\r\n\r\n<html>"])
    func stranger(answer: String) throws {
        let daemon = try CannedDaemon(.raw(answer))

        #expect(try Programs.evidence("search", "care", socket: daemon.path).status == 3)
    }

    @Test("counts that are not exact end with 4, and the answer is printed")
    func partial() throws {
        let daemon = try CannedDaemon(.answer(CannedDaemon.search(exact: false)))

        let outcome = try Programs.evidence("search", "care", socket: daemon.path)

        #expect(outcome.status == 4)
        #expect(outcome.output.contains("at least 1 of 10 paragraphs"))
        #expect(outcome.errors == "evidence: the counts are not exact\n")
    }

    @Test("json is the daemon's answer byte for byte and a line feed")
    func json() throws {
        let body = CannedDaemon.search().replacing(",", with: " ,\t") + "  "
        let daemon = try CannedDaemon(.answer(body))

        let outcome = try Programs.evidence("search", "care", "--format", "json", socket: daemon.path)

        #expect(outcome.output == body + "\n")
    }

    @Test("nothing in a page controls the terminal")
    func escapes() throws {
        let text = "care \\u001b]0;title\\u0007 \\u202e is \\u009b31m safe\\r\\n"
        let daemon = try CannedDaemon(.answer(CannedDaemon.search(text: text)))

        let outcome = try Programs.evidence("search", "care", socket: daemon.path)

        #expect(outcome.output.contains("care \u{FFFD}]0;title\u{FFFD} is \u{FFFD}31m safe\n"))
    }
}
