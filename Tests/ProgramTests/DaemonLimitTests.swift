import Evidence
import Foundation
import Support
import Testing

/// How `evidenced` limits what one connection, and all together, may take.
@Suite struct DaemonLimitTests {
    private static let status = "GET /v1/status HTTP/1.1\r\nHost: e\r\n"

    @Test(
        "a request that isn't complete in time is refused with a sentence, and the connection ends",
        arguments: ["GET /v1/sta", "GET /v1/status HTTP/1.1\r\nHost: e\r\nX-Long: aaaa"])
    func slowRequest(part: String) async throws {
        let daemon = try await TestDaemon(TemporaryFolder(), "--request-s", "1")
        let connection = try RawConnection(daemon.socket)
        connection.send(part)

        let answer = try HTTPAnswer(connection.rest())

        #expect(answer.status == 400)
        #expect(try answer.message == "the request wasn't complete within 1 s")
        #expect(connection.hasEnded)
    }

    @Test("half a request sent behind a whole one has its time limit too")
    func slowNextRequest() async throws {
        let daemon = try await TestDaemon(TemporaryFolder(), "--request-s", "1")
        let connection = try RawConnection(daemon.socket)
        connection.send("\(Self.status)\r\nGET /v1/sta")

        let answers = try HTTPAnswer.all(in: connection.rest())

        #expect(answers.map(\.status) == [200, 400])
        #expect(try answers.last?.message == "the request wasn't complete within 1 s")
    }

    @Test("a client that pauses between whole requests isn't timed", arguments: ["", "\r\n"])
    func pause(between: String) async throws {
        let daemon = try await TestDaemon(TemporaryFolder(), "--request-s", "1", "--idle-connection-s", "3")
        let connection = try RawConnection(daemon.socket)
        connection.send(Self.status)
        connection.send("\r\n" + between)

        let answers = try HTTPAnswer.all(in: connection.rest())

        #expect(answers.map(\.status) == [200])
    }

    @Test("a body that never comes to its end doesn't hold the connection: the answer, then the end")
    func slowBody() async throws {
        let daemon = try await TestDaemon(TemporaryFolder(), "--request-s", "1")
        let connection = try RawConnection(daemon.socket)
        connection.send("\(Self.status)Content-Length: 100\r\n\r\nabc")

        let answers = try HTTPAnswer.all(in: connection.rest())

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

        #expect(try refused.decoded(RequestError.self).code == .busy)
        #expect(try refused.message == "too many connections are open")
        #expect(refused.headers["connection"] == "close")
        try await eventually { try status().status == 200 }
    }

    @Test("answers that nobody reads share one budget, and the oldest of them make room for the others")
    func unread() async throws {
        let files = try TemporaryFolder()
        try files.indexLamps(1000)
        let daemon = try await TestDaemon(files, "--max-unsent", "1048576")
        let request = "GET /v1/search?q=lamp&limit=1000 HTTP/1.1\r\nHost: e\r\n"
        let size = try HTTP.send(request + "Connection: close\r\n\r\n", socket: daemon.socket).body.count
        let unread = try (0..<20).map { _ in try RawConnection(daemon.socket) }

        for connection in unread { connection.send(request + "\r\n") }
        func open() throws -> Int {
            try HTTP.get("/v1/status", socket: daemon.socket).decoded(StatusResponse.self).connections
        }
        try await eventually { try (2...2 + 1_048_576 / size).contains(open()) }
        let read = try HTTP.send(request + "Connection: close\r\n\r\n", socket: daemon.socket)

        #expect(try read.decoded(SearchResponse.self).hits.count == 1000)
        #expect(try HTTPAnswer(unread[0].rest()).body.count < size)
    }
}
