internal import NIOCore

/// Who asks, on one connection.
struct ConnectedClient: Sendable {
    let peer: Peer
    let channel: any Channel
    let connections: Connections
    /// Whether there were too many connections when this one came, so that all it gets is that word.
    let isTooMany: Bool

    init(peer: Peer, channel: any Channel, connections: Connections) {
        (self.peer, self.channel, self.connections) = (peer, channel, connections)
        isTooMany = connections.areTooMany
    }

    /// Whether nobody else is connected.
    var isAlone: Bool { connections.open == 1 }

    /// Whether anybody is left to take an answer.
    var isThere: Bool { channel.isActive }
}
