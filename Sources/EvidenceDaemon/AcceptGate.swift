internal import NIOCore

/// Stands before what accepts connections: counts them, and lets no more through when the daemon ends.
///
/// Those that wait in the queue of a socket that systemd holds are left to the next daemon.
final class AcceptGate: ChannelDuplexHandler {
    typealias InboundIn = any Channel
    typealias InboundOut = any Channel
    typealias OutboundIn = Never

    private let connections: Connections

    init(connections: Connections) { self.connections = connections }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        connections.accepted()
        context.fireChannelRead(data)
    }

    func read(context: ChannelHandlerContext) {
        if !connections.isStopping { context.read() }
    }
}
