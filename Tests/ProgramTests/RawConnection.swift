import Evidence
import Foundation
import Glibc

/// A connection to a daemon that sends exactly what it is told to.
final class RawConnection {
    private let descriptor: Int32

    /// Connects to the socket within 20 s; what takes longer to come counts as the end.
    init(_ path: String) throws {
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var time = timeval(tv_sec: 20, tv_usec: 0)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            setsockopt(descriptor, SOL_SOCKET, option, &time, socklen_t(MemoryLayout<timeval>.size))
        }
        let connected = UnixAddress(path: path)?.withPointer { connect(descriptor, $0, $1) }
        guard connected == 0 else { throw POSIXError(.init(rawValue: errno) ?? .ECONNREFUSED) }
    }

    deinit { close(descriptor) }

    func send(_ text: String) {
        let bytes = Array(text.utf8)
        _ = Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    /// The next bytes, at most 64 KiB; none at the end.
    func next() -> Data {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        var count: Int
        // Where a wait has a limit, tests that are stopped and go on find it interrupted.
        repeat { count = recv(descriptor, &buffer, buffer.count, 0) } while count < 0 && errno == EINTR
        return Data(buffer.prefix(max(0, count)))
    }

    /// Whether the other side has ended the connection, rather than sent nothing for long.
    var hasEnded: Bool {
        var byte: UInt8 = 0
        return recv(descriptor, &byte, 1, Int32(MSG_DONTWAIT)) == 0
    }

    /// Everything to the end.
    func rest() -> Data {
        var all = Data()
        while case let more = next(), !more.isEmpty { all += more }
        return all
    }
}

/// An answer of HTTP, taken apart.
struct HTTPAnswer {
    let status: Int
    let headers: [String: String]
    let body: Data

    /// The answer that these bytes hold.
    init(_ bytes: Data) throws {
        guard let end = bytes.range(of: Data("\r\n\r\n".utf8)) else { throw CocoaError(.coderInvalidValue) }
        let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        status = lines[0].split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        headers = Dictionary(
            lines.dropFirst().map { line in
                let colon = line.firstIndex(of: ":") ?? line.endIndex
                return (line[..<colon].lowercased(), String(line[colon...].dropFirst(2)))
            }, uniquingKeysWith: { first, _ in first })
        body = bytes[end.upperBound...]
    }

    /// The answers that bytes hold, one behind the other.
    static func all(in bytes: Data) throws -> [HTTPAnswer] {
        var answers: [HTTPAnswer] = []
        var rest = bytes
        while !rest.isEmpty {
            let answer = try HTTPAnswer(rest)
            let length = answer.headers["content-length"].flatMap { Int($0) } ?? answer.body.count
            answers.append(answer)
            rest = Data(answer.body.dropFirst(length))
        }
        return answers
    }

    /// The sentence of an error.
    var message: String {
        get throws {
            // Further answers may stand behind this one.
            let length = headers["content-length"].flatMap { Int($0) } ?? 0
            return try RequestError(json: Array(body.prefix(length))).message
        }
    }

    func json() throws -> [String: Any] {
        try JSONSerialization.jsonObject(with: body) as? [String: Any] ?? [:]
    }

    func decoded<Value: JSONReadable>(_ type: Value.Type = Value.self) throws -> Value {
        try type.init(json: Array(body))
    }
}

enum HTTP {
    /// Asks for an address on a connection of its own.
    static func get(_ target: String, socket: String = SampleDaemon.socket) throws -> HTTPAnswer {
        try send("GET \(target) HTTP/1.1\r\nHost: e\r\nConnection: close\r\n\r\n", socket: socket)
    }

    /// Sends a request as it stands and takes the answer.
    static func send(_ request: String, socket: String = SampleDaemon.socket) throws -> HTTPAnswer {
        let connection = try RawConnection(socket)
        connection.send(request)
        return try HTTPAnswer(connection.rest())
    }

    /// What a search answers.
    static func search(
        _ parameters: String, socket: String = SampleDaemon.socket
    ) throws -> SearchResponse {
        try get("/v1/search?" + parameters, socket: socket).decoded()
    }
}
