internal import NIOCore

/// The client at the other end of one connection.
struct ConnectedClient: Sendable {
    let peer: Peer
    let channel: any Channel
    let connections: Connections
    /// True if there were too many connections when this one came: every answer to it says so.
    let isTooMany: Bool

    init(peer: Peer, channel: any Channel, connections: Connections) {
        (self.peer, self.channel, self.connections) = (peer, channel, connections)
        isTooMany = connections.areTooMany
    }

    /// True if nobody else is connected.
    var isAlone: Bool { connections.open == 1 }

    /// True as long as the connection is open, so that somebody can take an answer.
    var isThere: Bool { channel.isActive }
}
