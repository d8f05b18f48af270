import Evidence
import Foundation
import Glibc

/// Stands in for a daemon that isn't well: each connection gets the next of the given answers.
final class CannedDaemon: Sendable {
    enum Reply: Sendable {
        /// A whole answer with this body.
        case answer(String)
        /// An error of the wire.
        case error(Int, String, String)
        /// Exactly these bytes, then the end.
        case raw(String)
        /// These bytes, each by itself, then the end.
        case bytes(String)
        /// These bytes, then nothing for as long as the other side waits.
        case stalled(String)
        /// The end of the connection.
        case end
        /// Nothing, for as long as the other side waits.
        case silence
    }

    let path = FileManager.default.temporaryDirectory.appending(path: "canned-\(UUID().uuidString)").path
    private let listener: Int32

    init(_ replies: Reply...) throws {
        listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        let bound = UnixAddress(path: path)?.withPointer { [listener] in bind(listener, $0, $1) }
        guard bound == 0, listen(listener, 8) == 0 else { throw CocoaError(.fileWriteUnknown) }
        Thread.detachNewThread { [listener] in
            for reply in replies { Self.serve(reply, on: accept(listener, nil, nil)) }
        }
    }

    deinit {
        close(listener)
        unlink(path)
    }

    private static func serve(_ reply: Reply, on connection: Int32) {
        defer { close(connection) }
        var request = [UInt8](repeating: 0, count: 65_536)
        guard read(connection, &request, request.count) > 0 else { return }
        let bytes = Array(reply.text.utf8)
        if case .bytes = reply {
            for byte in bytes { _ = write(connection, [byte], 1) }
        } else {
            _ = write(connection, bytes, bytes.count)
        }
        switch reply {
        case .silence, .stalled: _ = read(connection, &request, request.count)
        default: break
        }
    }

    /// The answer to a search that finds one paragraph.
    static func search(text: String = "care", exact: Bool = true, total: Int = 1) -> String {
        """
        {"schema":"evidence/1","query":{"text":"care","understood":"care","corrected":null,"match":"all","synonyms":[]},\
        "total":{"n":\(total),"all_words":\(total),"of":10,"exact":\(exact)},"hits":[{"id":"a/b/1","fingerprint":"00000000",\
        "rank":1,"weight":1,"authority":"a","authority_name":"A","statement":"b","statement_name":"B",\
        "theme":null,"theme_name":null,"score":2,"score_name":"Some","indicative":true,"section":"key-findings",\
        "section_name":"Key findings","published":null,"url":null,"said_by":["partners"],"in_their_words":null,\
        "source":{"path":"a.txt","line":1},"text":"\(text)","highlights":[],"snippet":"\(text)",\
        "snippet_highlights":[],"sentences":[]}],"facets":{},"suggestions":[],"index":{"uuid":"u",\
        "generation":1,"built":"2026-11-21T18:00:00Z","paragraphs":10,"pages":1}}
        """
    }
}

extension CannedDaemon.Reply {
    fileprivate var text: String {
        switch self {
        case .answer(let body): "HTTP/1.1 200 OK\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
        case .error(let status, let code, let message):
            Self.error(
                status,
                #"{"error":{"code":"\#(code)","message":"\#(message)","at":null,"hint":null,"candidates":[]}}"#
            )
        case .raw(let text), .bytes(let text), .stalled(let text): text
        case .end, .silence: ""
        }
    }

    private static func error(_ status: Int, _ body: String) -> String {
        "HTTP/1.1 \(status) Error\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }
}
