internal import NIOCore

/// Lets what was written go out before a connection is closed.
///
/// NIO's pipeline closes a connection that is to end as soon as the answer is written, and what the socket has
/// not taken by then is dropped: an answer of more than its 200 KiB or so arrived cut. A second close goes
/// through at once, so that a client which no longer reads holds nothing up for ever.
final class LastWords: ChannelOutboundHandler {
    typealias OutboundIn = Any
    typealias OutboundOut = Any

    private var pending = 0
    private var closing: EventLoopPromise<Void>?
    private var isClosing = false

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
        guard isClosing, pending == 0 else { return }
        context.close(mode: .all, promise: closing)
        closing = nil
    }
}
