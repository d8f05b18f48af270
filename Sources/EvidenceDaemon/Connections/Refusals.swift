internal import Evidence
internal import HTTPTypes
internal import NIOCore
internal import NIOHTTP1
internal import NIOHTTPTypes

/// Answers bytes that are no proper request with an error of ours, and ends the connection.
///
/// The requests before it get their answers first, because a client that sends several at once takes the first answer
/// for the first of them.
final class Refusals: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let settings: Settings
    /// The number of requests that were let through and have no whole answer yet.
    private var due = 0
    private var isInsideRequest = false
    private var hasBody = false
    /// Called once nothing is due; until then nothing is let through.
    private var end: ((ChannelHandlerContext) -> Void)?

    init(_ settings: Settings) { self.settings = settings }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard end == nil else { return }
        switch unwrapInboundIn(data) {
        case .head:
            due += 1
            (isInsideRequest, hasBody) = (true, false)
            context.triggerUserOutboundEvent(RequestProgress.head, promise: nil)
        case .body:
            hasBody = true
        case .end:
            isInsideRequest = false
            context.triggerUserOutboundEvent(RequestProgress.end(hadBody: hasBody), promise: nil)
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        context.write(data, promise: promise)
        guard case .end = unwrapOutboundIn(data) else { return }
        due -= 1
        endIfNothingIsDue(context)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let refusal = refusal(of: error) else { return context.fireErrorCaught(error) }
        guard end == nil else { return }
        // A request whose head was let through has its own answer.
        end = isInsideRequest ? { $0.close(promise: nil) } : { [self] in answer(refusal, $0) }
        endIfNothingIsDue(context)
    }

    private func refusal(of error: any Error) -> RequestError? {
        switch error {
        case HTTPParserError.headerOverflow: .largeHeaders(limit: settings[.maxHeaderBytes])
        case is HTTPParserError: .malformed
        case is WrongHost: .wrongHost
        case is RequestTimedOut: .slowRequest(limit: settings[.requestTimeout])
        default: nil
        }
    }

    private func endIfNothingIsDue(_ context: ChannelHandlerContext) {
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
        // FlushBeforeClose sends it first.
        context.close(promise: nil)
    }
}
