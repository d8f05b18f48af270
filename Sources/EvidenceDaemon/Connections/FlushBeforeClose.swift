internal import NIOCore

/// Sends what was written before it closes a connection, and knows when all of it is sent.
///
/// NIO drops what the socket has not taken when a connection is closed, so an answer of more than some 200 KiB would
/// arrive cut. A second close takes effect at once, so that a client that has stopped reading holds nothing up.
final class FlushBeforeClose: ChannelOutboundHandler {
    typealias OutboundIn = Any
    typealias OutboundOut = Any

    private var pending = 0
    private var flushed: EventLoopPromise<Void>?
    private var closing: EventLoopPromise<Void>?
    private var isClosing = false

    /// Succeeds once the socket has taken all that was written, or the connection has ended; `nil` if nothing is left.
    func whenFlushed(on loop: any EventLoop) -> EventLoopFuture<Void>? {
        guard pending > 0 else { return nil }
        let promise = flushed ?? loop.makePromise()
        flushed = promise
        return promise.futureResult
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let promise = promise ?? context.eventLoop.makePromise()
        pending += 1
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        promise.futureResult.whenComplete { _ in
            let (handler, context) = bound.value
            handler.wrote(context)
        }
        context.write(data, promise: promise)
    }

    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        guard mode == .all, pending > 0, !isClosing else {
            return context.close(mode: mode, promise: promise)
        }
        isClosing = true
        closing = promise
        context.flush()
    }

    private func wrote(_ context: ChannelHandlerContext) {
        pending -= 1
        guard pending == 0 else { return }
        flushed?.succeed()
        flushed = nil
        guard isClosing else { return }
        context.close(mode: .all, promise: closing)
        closing = nil
    }
}
