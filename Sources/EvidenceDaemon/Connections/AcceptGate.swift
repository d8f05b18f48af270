internal import NIOCore

/// Counts connections as they are accepted, and closes those for which there is no room.
///
/// When the daemon ends it accepts no more: those in the queue of a socket that systemd holds are left to the next
/// daemon.
final class AcceptGate: ChannelDuplexHandler {
    typealias InboundIn = any Channel
    typealias InboundOut = any Channel
    typealias OutboundIn = Never

    private let connections: Connections

    init(connections: Connections) { self.connections = connections }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard connections.accept() else { return unwrapInboundIn(data).close(promise: nil) }
        context.fireChannelRead(data)
    }

    func read(context: ChannelHandlerContext) {
        if !connections.isStopping { context.read() }
    }
}
