internal import Evidence
internal import HTTPTypes
internal import NIOCore
internal import NIOHTTP1
internal import NIOHTTPTypes

/// Answers what can't be let through — bytes that are no HTTP request, headers beyond the limit, a request that
/// doesn't come to its end — as every other error is answered, and ends the connection.
///
/// The requests before it get their answers first: a client that sends several at once takes the first answer for
/// the first of them.
final class Refusals: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let limits: ConnectionLimits
    /// Requests let through whose answers aren't written yet.
    private var due = 0
    private var isInsideRequest = false
    /// Called once nothing is due; nothing is let through meanwhile.
    private var end: ((ChannelHandlerContext) -> Void)?

    init(limits: ConnectionLimits) { self.limits = limits }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard end == nil else { return }
        switch unwrapInboundIn(data) {
        case .head:
            due += 1
            isInsideRequest = true
        case .body: break
        case .end:
            isInsideRequest = false
            context.triggerUserOutboundEvent(RequestReceived(), promise: nil)
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        context.write(data, promise: promise)
        guard case .end = unwrapOutboundIn(data) else { return }
        due -= 1
        endIfDue(context)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let refusal = refusal(of: error) else { return context.fireErrorCaught(error) }
        guard end == nil else { return }
        // A request whose head was let through has its answer already, or will have.
        end = isInsideRequest ? { $0.close(promise: nil) } : { [self] in answer(refusal, $0) }
        endIfDue(context)
    }

    private func refusal(of error: any Error) -> RequestError? {
        switch error {
        case HTTPParserError.headerOverflow: .largeHeaders(limit: limits.headers)
        case is HTTPParserError: .malformed
        case is RequestTimedOut: .slowRequest(limit: limits.request)
        default: nil
        }
    }

    private func endIfDue(_ context: ChannelHandlerContext) {
        guard due == 0, let end else { return }
        self.end = { _ in }
        end(context)
    }

    private func answer(_ response: RequestError, _ context: ChannelHandlerContext) {
        let body = ByteBuffer(bytes: response.json)
        let head = HTTPResponse(
            status: .init(code: response.code.status),
            headerFields: [
                .contentType: Routes.Answer.json, .contentLength: String(body.readableBytes),
                .connection: "close",
            ])
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(body)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        // What was written goes out first: `LastWords`.
        context.close(promise: nil)
    }
}
