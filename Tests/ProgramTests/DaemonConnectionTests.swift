import Evidence
import Foundation
import Support
import Testing

/// How `evidenced` treats requests that are out of order or out of form.
@Suite struct DaemonConnectionTests {
    private static let status = "GET /v1/status HTTP/1.1\r\nHost: e\r\n"

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

        let answers = try HTTPAnswer.all(in: connection.rest())

        #expect(answers.map(\.status) == [200, 200, 400])
        #expect(try answers.last?.message == "this is no HTTP request")
    }

    @Test("a body that doesn't say how long it is isn't read: 413, and the connection ends")
    func chunked() async throws {
        let daemon = try await TestDaemon(TemporaryFolder())
        let answer = try HTTP.send(
            "\(Self.status)Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n", socket: daemon.socket)

        #expect(answer.status == 413)
        #expect(answer.headers["connection"] == "close")
        #expect(
            try answer.message
                == "the body of the request is over 65536 bytes, or doesn't say how long it is")
    }

    @Test("a connection ends behind a request that has a body, which no request needs")
    func body() async throws {
        let daemon = try await TestDaemon(TemporaryFolder())
        let connection = try RawConnection(daemon.socket)
        connection.send("\(Self.status)Content-Length: 3\r\n\r\nabcGET /v1/sta")

        let answers = try HTTPAnswer.all(in: connection.rest())

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

        let answers = try HTTPAnswer.all(in: connection.rest())

        #expect(answers.map(\.status) == [status])
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
