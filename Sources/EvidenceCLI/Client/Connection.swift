import NIOCore
import NIOHTTP1
import NIOPosix

/// One connection to the daemon, open for as many questions as are asked.
final class Connection {
    private let channel: any Channel
    private let timeout: TimeAmount

    /// Connects; throws NIO's `IOError` with the `errno` of `connect(2)`.
    init(socket: String, timeout: TimeAmount) throws {
        // Never shut down: it ends with the process, and a thread's end would only cost time.
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        self.timeout = timeout
        channel = try ClientBootstrap(group: group)
            .connectTimeout(timeout)
            .channelInitializer(Self.setUp)
            .connect(unixDomainSocketPath: socket)
            .wait()
    }

    /// The most that an answer may hold; 1,000 hits with their paragraphs are some 5 MB.
    private static let longestAnswer = 256 << 20

    @Sendable private static func setUp(_ channel: any Channel) -> EventLoopFuture<Void> {
        channel.eventLoop.makeCompletedFuture {
            try channel.pipeline.syncOperations.addHTTPClientHandlers()
            try channel.pipeline.syncOperations.addHandlers([
                NIOHTTPClientResponseAggregator(maxContentLength: longestAnswer), Exchange(),
            ])
        }
    }

    /// Asks and waits for the answer; throws an `ExchangeError`.
    func answer(to target: String) throws -> Answer {
        let channel = channel
        let answer = channel.eventLoop.makePromise(of: Answer.self)
        let deadline = channel.eventLoop.scheduleTask(in: timeout) {
            channel.pipeline.fireErrorCaught(ExchangeError.timedOut)
        }
        defer { deadline.cancel() }
        channel.writeAndFlush(Question(target: target, answer: answer)).whenFailure { _ in
            answer.fail(ExchangeError.ended)
        }
        return try answer.futureResult.wait()
    }
}
