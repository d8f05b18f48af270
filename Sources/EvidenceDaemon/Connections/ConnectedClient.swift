internal import NIOCore

/// The client at the other end of one connection.
struct ConnectedClient: Sendable {
    let peer: Peer
    let channel: any Channel
    let connections: Connections
    /// The connection's handler that knows what is unsent, on the connection's event loop alone.
    let output: NIOLoopBound<FlushBeforeClose>
    /// True if there were too many connections when this one came: every answer to it says so.
    let isTooMany: Bool

    /// A client that has just connected; called on the connection's event loop.
    init(peer: Peer, channel: any Channel, connections: Connections) {
        (self.peer, self.channel, self.connections) = (peer, channel, connections)
        output = NIOLoopBound(FlushBeforeClose(), eventLoop: channel.eventLoop)
        isTooMany = connections.areTooMany
    }

    /// True if nobody else is connected.
    var isAlone: Bool { connections.open == 1 }

    /// True as long as the connection is open, so that somebody can take an answer.
    var isThere: Bool { channel.isActive }
}
