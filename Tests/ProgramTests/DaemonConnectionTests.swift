import Evidence
import Foundation
import Support
import Testing

/// What `evidenced` does with connections that aren't as they should be.
@Suite struct DaemonConnectionTests {
    private static let status = "GET /v1/status HTTP/1.1\r\nHost: e\r\n"

    /// The answers that bytes hold, one behind the other.
    private func answers(_ bytes: Data) throws -> [HTTPAnswer] {
        var answers: [HTTPAnswer] = []
        var rest = bytes
        while !rest.isEmpty {
            let answer = try HTTPAnswer(rest)
            let length = try #require(answer.headers["content-length"].flatMap { Int($0) })
            answers.append(answer)
            rest = Data(answer.body.dropFirst(length))
        }
        return answers
    }

    private func message(_ answer: HTTPAnswer) throws -> String {
        // Pipelined answers stand behind one another.
        let length = answer.headers["content-length"].flatMap { Int($0) } ?? 0
        return try ErrorResponse(json: Array(answer.body.prefix(length))).message
    }

    @Test(
        "a client that wants no further answer sees the end of the connection behind the one it gets",
        arguments: [
            "GET /v1/status HTTP/1.0\r\n\r\n", "GET /v1/status HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
            "\(status)Connection: close\r\n\r\n", "\(status)Connection: Close\r\n\r\n",
            "\(status)Connection: te, CLOSE\r\n\r\n",
        ])
    func closes(request: String) async throws {
        let daemon = try await TestDaemon(TemporaryFolder())
        let connection = try RawConnection(daemon.socket)
        connection.send(request)

        let answer = try HTTPAnswer(connection.rest())

        #expect(answer.status == 200)
        #expect(answer.headers["connection"] == "close")
        #expect(connection.hasEnded)
    }

    @Test("what is no request is answered behind the requests before it, each of which has its own answer")
    func order() async throws {
        let files = try TemporaryFolder()
        try files.indexLamps(3)
        let daemon = try await TestDaemon(files)
        let connection = try RawConnection(daemon.socket)
        connection.send(
            "GET /v1/search?q=lamp HTTP/1.1\r\nHost: e\r\n\r\n\(Self.status)\r\nnonsense\r\n\r\n")

        let answers = try answers(connection.rest())

        #expect(answers.map(\.status) == [200, 200, 400])
        #expect(try message(#require(answers.last)) == "this is no HTTP request")
    }

    @Test("a body that doesn't say how long it is isn't read: 413, and the connection ends")
    func chunked() async throws {
        let daemon = try await TestDaemon(TemporaryFolder())
        let answer = try HTTP.send(
            "\(Self.status)Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n", socket: daemon.socket)

        #expect(answer.status == 413)
        #expect(answer.headers["connection"] == "close")
        #expect(
            try message(answer)
                == "the body of the request is over 65536 bytes, or doesn't say how long it is")
    }

    @Test(
        "a request that isn't complete in time is refused with a sentence, and the connection ends",
        arguments: ["GET /v1/sta", "GET /v1/status HTTP/1.1\r\nHost: e\r\nX-Long: aaaa"])
    func slowRequest(part: String) async throws {
        let daemon = try await TestDaemon(TemporaryFolder(), "--request-s", "1")
        let connection = try RawConnection(daemon.socket)
        connection.send(part)

        let answer = try HTTPAnswer(connection.rest())

        #expect(answer.status == 400)
        #expect(try message(answer) == "the request wasn't complete within 1 s")
        #expect(connection.hasEnded)
    }

    @Test("half a request sent behind a whole one has its time limit too")
    func slowNextRequest() async throws {
        let daemon = try await TestDaemon(TemporaryFolder(), "--request-s", "1")
        let connection = try RawConnection(daemon.socket)
        connection.send("\(Self.status)\r\nGET /v1/sta")

        let answers = try answers(connection.rest())

        #expect(answers.map(\.status) == [200, 400])
        #expect(try message(#require(answers.last)) == "the request wasn't complete within 1 s")
    }

    @Test("a client that pauses between whole requests isn't timed", arguments: ["", "\r\n"])
    func pause(between: String) async throws {
        let daemon = try await TestDaemon(TemporaryFolder(), "--request-s", "1", "--idle-connection-s", "3")
        let connection = try RawConnection(daemon.socket)
        connection.send(Self.status)
        connection.send("\r\n" + between)

        let answers = try answers(connection.rest())

        #expect(answers.map(\.status) == [200])
    }

    @Test("a connection ends behind a request that has a body, which no request needs")
    func body() async throws {
        let daemon = try await TestDaemon(TemporaryFolder())
        let connection = try RawConnection(daemon.socket)
        connection.send("\(Self.status)Content-Length: 3\r\n\r\nabcGET /v1/sta")

        let answers = try answers(connection.rest())

        #expect(answers.map(\.status) == [200])
        #expect(answers.first?.headers["connection"] == "close")
    }

    @Test(
        "a request has one Host, or none in HTTP/1.0",
        arguments: [
            ("HTTP/1.1\r\nHost: e\r\n", 200), ("HTTP/1.1\r\nHost:\r\n", 200), ("HTTP/1.0\r\n", 200),
            ("HTTP/1.1\r\n", 400), ("HTTP/1.1\r\nHost: e\r\nhost: e\r\n", 400),
            ("HTTP/1.0\r\nHost: e\r\nHost: f\r\n", 400),
        ])
    func host(head: String, status: Int) async throws {
        let daemon = try await TestDaemon(TemporaryFolder())
        let connection = try RawConnection(daemon.socket)
        connection.send("GET /v1/status \(head)Connection: close\r\n\r\n")

        let answers = try answers(connection.rest())

        #expect(answers.map(\.status) == [status])
    }

    @Test("a body that never comes to its end doesn't hold the connection: the answer, then the end")
    func slowBody() async throws {
        let daemon = try await TestDaemon(TemporaryFolder(), "--request-s", "1")
        let connection = try RawConnection(daemon.socket)
        connection.send("\(Self.status)Content-Length: 100\r\n\r\nabc")

        let answers = try answers(connection.rest())

        #expect(answers.map(\.status) == [200])
        #expect(connection.hasEnded)
    }

    @Test("a client that doesn't take its answer is given up, and others are answered meanwhile")
    func slowReader() async throws {
        let files = try TemporaryFolder()
        try files.indexLamps(1000)
        let daemon = try await TestDaemon(files, "--answer-s", "1")
        let connection = try RawConnection(daemon.socket)
        connection.send("GET /v1/search?q=lamp&limit=1000 HTTP/1.1\r\nHost: e\r\n\r\n")

        func open() throws -> Int {
            try HTTP.get("/v1/status", socket: daemon.socket).decoded(StatusResponse.self).connections
        }
        try await eventually { try open() == 2 }
        try await eventually { try open() == 1 }

        let answer = try HTTPAnswer(connection.rest())
        #expect(answer.body.count < answer.headers["content-length"].flatMap { Int($0) } ?? 0)
    }

    @Test("above max_connections a client is told so with 503, and served again once another has gone")
    func manyConnections() async throws {
        let daemon = try await TestDaemon(TemporaryFolder(), "--max-connections", "2")
        var held: [RawConnection] = []
        func status() throws -> HTTPAnswer { try HTTP.get("/v1/status", socket: daemon.socket) }
        try await eventually { try status().status == 200 }
        held += [try RawConnection(daemon.socket), try RawConnection(daemon.socket)]

        try await eventually { try status().status == 503 }
        let refused = try status()
        held.removeLast()

        #expect(try refused.decoded(ErrorResponse.self).code == .busy)
        #expect(try message(refused) == "too many connections are open")
        #expect(refused.headers["connection"] == "close")
        try await eventually { try status().status == 200 }
    }

    @Test("a log line of a request names the process that sent it, at debug alone")
    func peers() async throws {
        let daemon = try await TestDaemon(TemporaryFolder(), "--log-level", "debug")
        let quiet = try await TestDaemon(TemporaryFolder())
        let peer = "uid \(getuid()) gid \(getgid()) pid \(getpid())"

        try await eventually { daemon.log.contains(peer) }
        #expect(!quiet.log.contains(peer))
    }
}
