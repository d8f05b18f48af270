internal import NIOCore
internal import NIOExtras
internal import NIOHTTPTypes

/// Delays the end of a connection until the request that its client may have sent is answered.
///
/// The request of a connection that was accepted just before is still to be read, and between two requests the next
/// one may be on its way.
final class LastRequests: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart

    private var hadRequest = false
    private var isDelayed = false

    /// How long to wait for the first request of a connection.
    private static let firstRequest = TimeAmount.seconds(2)
    /// How long to wait for a further request: some turns of the event loop.
    private static let nextRequest = TimeAmount.milliseconds(50)

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .head = unwrapInboundIn(data) { hadRequest = true }
        context.fireChannelRead(data)
        // Behind a request this closes the connection once the answer is written.
        end(context)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard event is ChannelShouldQuiesceEvent else { return context.fireUserInboundEventTriggered(event) }
        isDelayed = true
        let delay = hadRequest ? Self.nextRequest : Self.firstRequest
        context.eventLoop.assumeIsolated().scheduleTask(in: delay) { self.end(context) }
    }

    private func end(_ context: ChannelHandlerContext) {
        guard isDelayed else { return }
        isDelayed = false
        context.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
    }
}
