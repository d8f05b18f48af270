internal import NIOCore

/// What one connection may take, as the settings say.
struct ConnectionLimits {
    /// The longest address and headers of a request, in bytes.
    let headers: Int
    /// Seconds within which a request has to be there whole.
    let request: Int
    /// Seconds after which an answer that its client doesn't take is given up.
    let answer: Int
    /// Seconds after which a connection without a request is closed.
    let idle: Int

    init(_ settings: Settings) {
        (headers, request, answer, idle) = (
            settings.maxHeaderBytes, settings.requestTimeout, settings.answerTimeout,
            settings.idleConnectionTimeout
        )
    }
}
