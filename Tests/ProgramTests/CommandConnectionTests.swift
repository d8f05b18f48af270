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

    @Test(
        "no answer in time, or not the whole of it, ends with 75",
        arguments: [
            .silence, .stalled("HTTP/1.1 200 OK\r\nContent-"),
            .stalled("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{"), .stalled("HTTP/1.1 200 OK\r\n\r\n{}"),
        ] as [CannedDaemon.Reply])
    func slow(reply: CannedDaemon.Reply) throws {
        let daemon = try CannedDaemon(reply)

        let outcome = try Programs.evidence("search", "care", "--timeout", "0.2", socket: daemon.path)

        #expect(outcome.status == 75)
        #expect(outcome.errors.hasPrefix("evidence: no answer within 0.2 s"))
    }

    @Test("where the daemon's queue is full it waits for room, for as long as --timeout says: then 75")
    func full() throws {
        // It takes nobody, and nine fill its queue.
        let daemon = try CannedDaemon()
        let others = try (0..<9).map { _ in try RawConnection(daemon.path) }
        let start = ContinuousClock.now

        let outcome = try Programs.evidence("search", "care", "--timeout", "0.5", socket: daemon.path)

        #expect((outcome.status, others.count) == (75, 9))
        #expect(outcome.errors.hasPrefix("evidence: the daemon is busy: its queue of connections is full"))
        #expect(ContinuousClock.now - start >= .seconds(0.5))
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
        "what is no evidenced ends with 3, whether or not it ends the connection",
        arguments: [
            .raw("SSH-2.0-OpenSSH\r\n"), .stalled("SSH-2.0-OpenSSH\r\n"),
            .raw("HTTP/1.1 200 OK\r\n\r\n<html>"), .stalled("HTTP/1.1 OK\r\n\r\n"),
            .stalled("HTTP/1.1 99 OK\r\n\r\n"), .stalled("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n"),
            .stalled("HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\n"),
            .stalled("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"),
            .stalled("HTTP/1.1 200 " + String(repeating: "x", count: 70_000)),
        ] as [CannedDaemon.Reply])
    func stranger(reply: CannedDaemon.Reply) throws {
        let daemon = try CannedDaemon(reply)

        #expect(try Programs.evidence("search", "care", "--timeout", "20", socket: daemon.path).status == 3)
    }

    @Test("an answer is read from any pieces, and up to the connection's end where it has no length")
    func pieces() throws {
        let long = CannedDaemon.search(text: String(repeating: "care ", count: 60_000))
        let replies: [CannedDaemon.Reply] = [
            .bytes(
                "HTTP/1.1 200 OK\r\ncontent-LENGTH:\t\(CannedDaemon.search().utf8.count) \r\n\r\n"
                    + CannedDaemon.search()),
            .raw("HTTP/1.1 200\r\nConnection: close\r\n\r\n" + CannedDaemon.search()), .answer(long),
        ]
        for reply in replies {
            let daemon = try CannedDaemon(reply)

            let outcome = try Programs.evidence("search", "care", "--count", socket: daemon.path)

            #expect((outcome.status, outcome.output) == (0, "1\n"))
        }
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
