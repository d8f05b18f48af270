internal import NIOCore
internal import NIOHTTP1

/// A request's head has no `Host`, or more than one.
struct WrongHost: Error {}

/// Checks the `Host` of each request, and marks clients that want no further answer with `Connection: close`.
///
/// HTTP/1.0 wants no further answer unless it says so, and HTTP/1.1 may say it in any letters and beside other words;
/// the handlers behind this one know only the one form.
final class RequestHeads: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart

    private var isRefused = false

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isRefused else { return }
        guard case .head(var head) = unwrapInboundIn(data) else { return context.fireChannelRead(data) }
        guard Self.hasRightHost(head) else {
            isRefused = true
            return context.fireErrorCaught(WrongHost())
        }
        if head.version != .http1_1 || !head.isKeepAlive {
            head.headers.replaceOrAdd(name: "connection", value: "close")
        }
        context.fireChannelRead(wrapInboundOut(.head(head)))
    }

    /// One host is a must since HTTP/1.1, and a second one is wrong in any version (RFC 9112, 3.2).
    private static func hasRightHost(_ head: HTTPRequestHead) -> Bool {
        let hosts = head.headers["host"].count
        return hosts == 1 || hosts == 0 && (head.version.major, head.version.minor) < (1, 1)
    }
}
