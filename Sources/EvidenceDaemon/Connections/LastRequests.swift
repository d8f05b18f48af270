internal import NIOCore
internal import NIOExtras
internal import NIOHTTPTypes

/// Holds back the end of a connection until what its client has sent is answered.
///
/// A connection that was accepted just before has its request still to be read, and one between two requests may
/// have the next one on its way.
final class LastRequests: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart

    private var hadRequest = false
    private var isHeld = false

    /// How long a connection is waited for that has sent nothing yet.
    private static let firstRequest = TimeAmount.seconds(2)
    /// How long one is waited for that has had an answer: some turns of the event loop, for what is on its way.
    private static let nextRequest = TimeAmount.milliseconds(50)

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .head = unwrapInboundIn(data) { hadRequest = true }
        context.fireChannelRead(data)
        // Behind the request, this closes the connection when the answer is written.
        release(context)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard event is ChannelShouldQuiesceEvent else { return context.fireUserInboundEventTriggered(event) }
        isHeld = true
        let patience = hadRequest ? Self.nextRequest : Self.firstRequest
        context.eventLoop.assumeIsolated().scheduleTask(in: patience) { self.release(context) }
    }

    private func release(_ context: ChannelHandlerContext) {
        guard isHeld else { return }
        isHeld = false
        context.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
    }
}
