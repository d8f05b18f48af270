import Evidence
import Foundation
import Glibc
import Support
import Testing

/// How `evidenced` starts and ends.
@Suite struct DaemonLifeTests {
    @Test("the socket is for its user and group alone, and goes with the daemon")
    func socket() async throws {
        let daemon = try await TestDaemon(TemporaryFolder())
        var status = stat()

        #expect(stat(daemon.socket, &status) == 0)
        #expect(status.st_mode == S_IFSOCK | 0o660)
        #expect(daemon.stop() == 0)
        #expect(stat(daemon.socket, &status) == -1)
    }

    @Test("a socket that nobody listens on is replaced")
    func stale() async throws {
        let files = try TemporaryFolder()
        try Self.leaveSocket(at: files.path + "/socket")

        let daemon = try await TestDaemon(files)

        #expect(try daemon.search("limit=0").status == 503)
    }

    @Test("a socket that another daemon listens on is refused with 3, and that daemon goes on")
    func live() async throws {
        let daemon = try await TestDaemon(TemporaryFolder())

        let second = try Self.run("--index", daemon.index, "--socket", daemon.socket)

        #expect(second.status == 3)
        #expect(second.lines.isEmpty)
        #expect(
            second.errors.contains("another daemon answers on \(daemon.socket); stop it, or name another"))
        #expect(try HTTP.get("/v1/status", socket: daemon.socket).status == 200)
    }

    @Test("what is no socket is left alone: 3")
    func occupied() throws {
        let files = try TemporaryFolder()
        try files.write("mine", to: "socket")

        let outcome = try Self.run("--index", files.path + "/index", "--socket", files.path + "/socket")

        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("is in the way and no socket"))
        #expect(try String(contentsOfFile: files.path + "/socket", encoding: .utf8) == "mine")
    }

    @Test(
        "a socket whose folder isn't there, or whose path is too long, is told of: 3",
        arguments: [
            ("/nowhere/socket", "No such file or directory"),
            ("/tmp/" + String(repeating: "x", count: 120), "at most 107 bytes"),
        ])
    func badPath(path: String, message: String) throws {
        let outcome = try Self.run("--index", "/nowhere/index", "--socket", path)

        #expect(outcome.status == 3)
        #expect(outcome.errors.contains(message))
    }

    @Test(
        "a foreign, newer, older or damaged index stops the start with one sentence: 3",
        arguments: ["foreign", "newer", "older", "damaged"])
    func unusable(kind: String) throws {
        let files = try TemporaryFolder()
        if kind != "foreign" { try files.indexLamps(1) }
        let manifest = files.path + "/index/generations/1/manifest.json"
        switch kind {
        case "foreign": try files.write("mine", to: "index/letter.txt")
        case "newer": try files.write(#"{"schema":1000}"#, to: "index/generations/1/manifest.json")
        case "older": try files.write(#"{"schema":0}"#, to: "index/generations/1/manifest.json")
        default: try FileManager.default.removeItem(atPath: manifest)
        }

        let outcome = try Self.run("--index", files.path + "/index", "--socket", files.path + "/socket")

        let sentences = [
            "foreign": "is not an index of ours (it holds letter.txt); name another folder with --index",
            "newer": "was made by a newer program (schema 1000, this one reads ",
            "older": "build it anew with: evidence-index --rebuild --index \(files.path)/index",
            "damaged": "is damaged (no manifest in ",
        ]
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains(sentences[kind] ?? "?"))
        #expect(outcome.errors.components(separatedBy: "\n").count == 2)
    }

    @Test("SIGTERM finishes what is under way: the answer is whole, the status 0")
    func terminated() async throws {
        let files = try TemporaryFolder()
        try files.indexLamps(1000)
        let daemon = try await TestDaemon(files)
        let connection = try RawConnection(daemon.socket)
        connection.send("GET /v1/search?q=lamp&limit=1000 HTTP/1.1\r\nHost: e\r\n\r\n")
        let start = connection.next()

        daemon.terminate()
        let answer = try HTTPAnswer(start + connection.rest())

        #expect(daemon.stop() == 0)
        #expect(answer.body.count == answer.headers["content-length"].flatMap { Int($0) })
        #expect(try answer.decoded(SearchResponse.self).hits.count == 1000)
    }

    @Test(
        "connections that wait, or have sent half a request, don't hold it up",
        arguments: ["", "GET /v1/status HTTP/1.1\r\nHo"])
    func idle(sent: String) async throws {
        let daemon = try await TestDaemon(TemporaryFolder())
        let connection = try RawConnection(daemon.socket)
        connection.send(sent)
        let start = ContinuousClock.now

        #expect(daemon.stop() == 0)

        #expect(ContinuousClock.now - start < .seconds(5))
    }

    @Test("500 clients that come while it can't answer wait in its queue, and each is answered")
    func queue() async throws {
        let daemon = try await TestDaemon(TemporaryFolder())
        daemon.suspend()
        defer { daemon.resume() }

        let clients = try (0..<500).map { _ in try RawConnection(daemon.socket) }
        for client in clients {
            client.send("GET /v1/status HTTP/1.1\r\nHost: e\r\nConnection: close\r\n\r\n")
        }
        daemon.resume()

        #expect(try clients.allSatisfy { try HTTPAnswer($0.rest()).status == 200 })
    }

    @Test(
        "wrong usage is 2, on standard error; help and version are 0, on standard output",
        arguments: [
            ("--threads 0", Int32(2)), ("--socket", 2), ("--log-level loud", 2), ("more", 2), ("--help", 0),
            ("--version", 0),
        ])
    func usage(line: String, status: Int32) throws {
        let arguments = line.split(separator: " ").map(String.init)
        let outcome = try Programs.run(Programs.path("evidenced"), arguments)

        #expect(outcome.status == status)
        #expect(outcome.output.isEmpty == (status == 2))
        #expect(outcome.errors.hasPrefix("evidenced: ") == (status == 2))
    }

    @Test("the help lists every path")
    func paths() throws {
        let help = try Self.run("--help").output

        for path in [
            "/v1/search", "/v1/paragraphs/ID", "/v1/similar/ID", "/v1/pages", "/v1/status", "/metrics",
        ] { #expect(help.contains(path)) }
    }

    @Test(
        "nothing in an option or a path reaches a terminal as a control character",
        arguments: [
            "--\u{1b}[31m", "--config=/\u{1b}[31m", "--socket=/\u{1b}[31m/s", "--log-level=\u{9b}31m",
            "--index=/dev/null/\u{1b}[31m", "\u{1b}]0;title\u{7}",
        ])
    func control(argument: String) throws {
        let errors = try Self.run(argument).errors

        #expect(errors.contains("evidenced: "))
        #expect(errors.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    }

    private static func run(_ arguments: String...) throws -> Outcome {
        try Programs.run(Programs.path("evidenced"), arguments)
    }

    /// Binds a socket and closes it, as a daemon that was killed does.
    private static func leaveSocket(at path: String) throws {
        let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        try #require(UnixAddress(path: path)?.withPointer { bind(descriptor, $0, $1) } == 0)
    }
}
