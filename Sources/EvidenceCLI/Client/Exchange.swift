import Evidence
import NIOCore
import NIOHTTP1

/// A request on its way into a connection, with the promise of its answer.
struct Question: Sendable {
    var target: String
    var answer: EventLoopPromise<Answer>
}

/// What the daemon answered.
struct Answer: Sendable {
    var status: Int
    var body: [UInt8]
}

/// Why a question got no answer.
enum ExchangeError: Error {
    /// The connection ended first: the daemon was restarted, or closed an idle connection.
    case ended
    /// No answer within the time allowed.
    case timedOut
    /// What came back is not HTTP.
    case notHTTP
}

/// Turns questions into requests and gives each answer to the question that is waiting longest.
final class Exchange: ChannelDuplexHandler {
    typealias InboundIn = NIOHTTPClientResponseFull
    typealias OutboundIn = Question
    typealias OutboundOut = HTTPClientRequestPart

    private var waiting: CircularBuffer<EventLoopPromise<Answer>> = []

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let question = unwrapOutboundIn(data)
        waiting.append(question.answer)
        var head = HTTPRequestHead(version: .http1_1, method: .GET, uri: question.target)
        head.headers.add(name: "Host", value: "localhost")
        head.headers.add(name: "User-Agent", value: "evidence/\(EvidenceVersion.current)")
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.end(nil)), promise: promise)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let response = unwrapInboundIn(data)
        let body = response.body.map { Array($0.readableBytesView) } ?? []
        waiting.popFirst()?.succeed(Answer(status: Int(response.head.status.code), body: body))
    }

    func channelInactive(context: ChannelHandlerContext) {
        fail(.ended)
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        switch error {
        case let error as ExchangeError: fail(error)
        case HTTPParserError.invalidEOFState: fail(.ended)
        case is HTTPParserError: fail(.notHTTP)
        default: fail(.ended)
        }
        context.close(promise: nil)
    }

    private func fail(_ error: ExchangeError) {
        while let promise = waiting.popFirst() { promise.fail(error) }
    }
}
