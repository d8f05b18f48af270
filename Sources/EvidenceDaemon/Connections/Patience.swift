internal import NIOCore

/// A request was received to its end.
struct RequestReceived {}

/// A request wasn't received to its end in time.
struct RequestTimedOut: Error {}

/// Ends a connection whose client sends its request too slowly, or doesn't take its answer.
///
/// It stands before the decoder, to see the bytes of half a header too. How long a search takes is none of its
/// business: the clock of a request stops where its last byte is in, that of an answer starts where its first byte
/// is written and isn't taken.
final class Patience: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = IOData
    typealias OutboundOut = IOData

    private let limits: ConnectionLimits
    private var isReceiving = false
    private var request: Scheduled<Void>?
    private var answer: Scheduled<Void>?
    /// Writes so far: one more means that there was room for it, so that some of those before were taken.
    private var writes = 0

    init(limits: ConnectionLimits) { self.limits = limits }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        isReceiving = true
        // Most requests come whole, and their end is seen in here.
        context.fireChannelRead(data)
        guard isReceiving, request == nil else { return }
        request = context.eventLoop.assumeIsolated().scheduleTask(in: .seconds(Int64(limits.request))) {
            context.fireErrorCaught(RequestTimedOut())
        }
    }

    func triggerUserOutboundEvent(
        context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?
    ) {
        guard event is RequestReceived else {
            return context.triggerUserOutboundEvent(event, promise: promise)
        }
        isReceiving = false
        request?.cancel()
        request = nil
        promise?.succeed()
    }

    func flush(context: ChannelHandlerContext) {
        context.flush()
        writes += 1
        if answer == nil { watch(context) }
    }

    func channelInactive(context: ChannelHandlerContext) {
        request?.cancel()
        answer?.cancel()
        context.fireChannelInactive()
    }

    /// Looks again later, where the client has left bytes in our hands, and gives it up if it has taken none of them.
    private func watch(_ context: ChannelHandlerContext) {
        let (left, writes) = (Self.bytesLeft(context), writes)
        guard left > 0 else { return answer = nil }
        answer = context.eventLoop.assumeIsolated().scheduleTask(in: .seconds(Int64(limits.answer))) {
            if Self.bytesLeft(context) == left, self.writes == writes {
                context.close(promise: nil)
            } else {
                self.watch(context)
            }
        }
    }

    private static func bytesLeft(_ context: ChannelHandlerContext) -> Int {
        (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
    }
}
