internal import NIOCore
internal import NIOHTTP1

/// Says in one way that a client wants no further answer on its connection: `Connection: close`.
///
/// HTTP/1.0 means it without a word, and the header may say it in any letters and beside other words. What comes
/// behind this knows neither.
final class OldClients: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .head(var head) = unwrapInboundIn(data), head.version != .http1_1 || !head.isKeepAlive
        else {
            return context.fireChannelRead(data)
        }
        head.headers.replaceOrAdd(name: "connection", value: "close")
        context.fireChannelRead(wrapInboundOut(.head(head)))
    }
}
