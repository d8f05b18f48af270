internal import NIOCore

/// How far the request has come that is being received; `Refusals` tells `ConnectionTimeouts`.
enum RequestProgress {
    /// The head of a request was received.
    case head
    /// A request was received to its end.
    case end(hadBody: Bool)
}

/// A request was not received to its end in time.
struct RequestTimedOut: Error {}

/// Ends a connection whose client sends its request too slowly, or does not take its answer.
///
/// It stands before the decoder, so that it sees the bytes of half a head too. The time of the search itself does not
/// count: the clock of a request stops at the request's last byte, and the clock of an answer starts when bytes of it
/// are left over.
final class ConnectionTimeouts: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = IOData
    typealias OutboundOut = IOData

    private let request: TimeAmount
    private let answer: TimeAmount
    private var isReceiving = false
    /// True if bytes may follow that begin the next request; behind a body the connection ends.
    private var mayBeginNext = false
    private var end = HeadEnd()
    private var requestClock: Scheduled<Void>?
    private var answerClock: Scheduled<Void>?
    /// The number of writes so far: a further one means that the client has taken some of the bytes before it.
    private var writes = 0

    init(_ settings: Settings) {
        request = .seconds(Int64(settings[.requestTimeout]))
        answer = .seconds(Int64(settings[.answerTimeout]))
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        end.read(unwrapInboundIn(data))
        isReceiving = true
        // Most requests come whole: their end is reported during this call.
        context.fireChannelRead(data)
        if mayBeginNext, !end.isReached { isReceiving = true }
        guard isReceiving, requestClock == nil else { return }
        requestClock = context.eventLoop.assumeIsolated().scheduleTask(in: request) {
            context.fireErrorCaught(RequestTimedOut())
        }
    }

    func triggerUserOutboundEvent(
        context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?
    ) {
        if event is AnswerGivenUp { return context.close(promise: promise) }
        guard let progress = event as? RequestProgress else {
            return context.triggerUserOutboundEvent(event, promise: promise)
        }
        switch progress {
        case .head:
            (isReceiving, mayBeginNext) = (true, false)
        case .end(let hadBody):
            (isReceiving, mayBeginNext) = (false, !hadBody)
            requestClock?.cancel()
            requestClock = nil
        }
        promise?.succeed()
    }

    func flush(context: ChannelHandlerContext) {
        context.flush()
        writes += 1
        if answerClock == nil { watch(context) }
    }

    func channelInactive(context: ChannelHandlerContext) {
        requestClock?.cancel()
        answerClock?.cancel()
        context.fireChannelInactive()
    }

    /// Looks again later if bytes are left over, and closes the connection if the client has taken none of them.
    private func watch(_ context: ChannelHandlerContext) {
        let (left, writes) = (Self.bytesLeft(context), writes)
        guard left > 0 else { return answerClock = nil }
        answerClock = context.eventLoop.assumeIsolated().scheduleTask(in: answer) {
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

/// Tells whether the bytes received so far end as a request's head does, in an empty line.
private struct HeadEnd {
    /// The last two bytes that are no carriage return.
    private var last: (UInt8, UInt8) = (0, 0)

    var isReached: Bool { last == (UInt8(ascii: "\n"), UInt8(ascii: "\n")) }

    mutating func read(_ bytes: ByteBuffer) {
        for byte in bytes.readableBytesView.suffix(4) where byte != UInt8(ascii: "\r") {
            last = (last.1, byte)
        }
    }
}
