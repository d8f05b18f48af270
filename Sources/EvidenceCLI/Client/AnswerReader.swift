/// An answer of the daemon.
struct Answer {
    var status: Int
    var body: [UInt8]
}

/// The reason why a request got no answer.
enum ExchangeError: Error {
    /// The connection ended first: the daemon was restarted, or closed an idle connection.
    case ended
    /// No answer within the time allowed.
    case timedOut
    /// The bytes that came are not HTTP, or not as the daemon speaks it.
    case notHTTP
}

/// Puts an answer of HTTP/1.1 (RFC 9112) together from the pieces in which it comes.
///
/// It reads what `evidenced` sends: a body of a known length, or up to the connection's end, never in chunks.
struct AnswerReader {
    private var bytes: [UInt8] = []
    private var head: Head?

    /// Returns the answer if this piece completes it; an empty piece is the end of the connection.
    mutating func answer(with piece: [UInt8]) throws(ExchangeError) -> Answer? {
        // Most answers come in one piece, which need not be copied.
        if bytes.isEmpty { bytes = piece } else { bytes += piece }
        if head == nil { head = try Head(of: bytes) }
        guard let head, let length = head.length ?? (piece.isEmpty ? bytes.count - head.count : nil),
            head.count + length <= bytes.count
        else {
            guard !piece.isEmpty else { throw .ended }
            return nil
        }
        bytes.removeSubrange((head.count + length)...)
        bytes.removeFirst(head.count)
        return Answer(status: head.status, body: bytes)
    }
}

/// The lines before the body.
private struct Head {
    var status = 0
    /// The body's length in bytes; `nil` if it goes on to the end of the connection.
    var length: Int?
    /// The head's own length in bytes.
    var count: Int

    /// The longest head that is read, in bytes.
    private static let longest = 65_536
    /// The longest body that is read, in bytes; 1,000 hits with their paragraphs are about 5 MB.
    private static let longestBody = 256 << 20

    /// The head that the bytes begin with; `nil` if more of it is to come.
    init?(of bytes: [UInt8]) throws(ExchangeError) {
        let name = "HTTP/1.".utf8
        guard bytes.starts(with: name.prefix(bytes.count)) else { throw .notHTTP }
        let last = bytes.prefix(Self.longest).indices.dropFirst(3).first {
            bytes[$0] == UInt8(ascii: "\n") && bytes[($0 - 3)..<$0].elementsEqual("\r\n\r".utf8)
        }
        guard let last else {
            guard bytes.count < Self.longest else { throw .notHTTP }
            return nil
        }
        count = last + 1
        let lines = String(decoding: bytes[..<count], as: UTF8.self).split(separator: "\r\n" as Character)
        try readStatus(lines[0])
        for line in lines.dropFirst() { try readField(line) }
    }

    private mutating func readStatus(_ line: Substring) throws(ExchangeError) {
        let words = line.split(separator: " ", maxSplits: 2)
        guard words.count > 1, let status = Int(words[1]), (100...599).contains(status) else {
            throw .notHTTP
        }
        self.status = status
    }

    private mutating func readField(_ line: Substring) throws(ExchangeError) {
        let parts = line.split(separator: ":", maxSplits: 1)
        guard parts.count == 2 else { return }
        switch parts[0].lowercased() {
        case "content-length":
            let digits = parts[1].filter { !$0.isWhitespace }
            guard let length = Int(digits), (0...Self.longestBody).contains(length) else { throw .notHTTP }
            self.length = length
        case "transfer-encoding": throw .notHTTP
        default: break
        }
    }
}
