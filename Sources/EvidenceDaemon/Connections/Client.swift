internal import NIOCore

/// Who asks, on one connection.
struct Client: Sendable {
    let peer: Peer
    let channel: any Channel
    /// Whether there were too many connections when this one came, so that all it gets is that word.
    let isTooMany: Bool

    /// Whether anybody is left to take an answer.
    var isThere: Bool { channel.isActive }
}
