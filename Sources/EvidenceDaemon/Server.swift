internal import HTTPTypes
internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import NIOExtras
internal import NIOPosix
internal import ServiceLifecycle

/// Serves HTTP/1.1 on a listening socket until it is told to stop, then finishes what is under way.
struct Server: Service {
    let socket: ListeningSocket
    let routes: Routes
    let statistics: Statistics
    let logger: Logger

    /// How long a connection may stay idle.
    private static let idleTimeout = TimeAmount.seconds(300)

    func run() async throws {
        defer { socket.remove() }
        let group = MultiThreadedEventLoopGroup.singleton
        let quiescing = ServerQuiescingHelper(group: group)
        let http = HTTP1Channel(
            responder: respond,
            configuration: .init(
                additionalChannelHandlers: [MalformedRequests()], idleTimeout: Self.idleTimeout))
        let listener = try await ServerBootstrap(group: group)
            .serverChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(
                        quiescing.makeServerChannelHandler(channel: channel))
                }
            }
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .bind(socket.descriptor) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(LastWords())
                }.flatMap { http.setup(channel: channel, logger: logger) }
            }
        logger.info("listening on \(socket.path)")
        await withGracefulShutdownHandler {
            await serve(listener, with: http)
        } onGracefulShutdown: {
            quiescing.initiateShutdown(promise: nil)
        }
    }

    private func serve(_ listener: NIOAsyncChannel<HTTP1Channel.Value, Never>, with http: HTTP1Channel) async
    {
        await withDiscardingTaskGroup { connections in
            do {
                try await listener.executeThenClose { inbound in
                    for try await connection in inbound {
                        connections.addTask {
                            statistics.connectionOpened()
                            await http.handle(value: connection, logger: logger)
                            statistics.connectionClosed()
                        }
                    }
                }
            } catch {
                logger.error("no more connections: \(error)")
            }
        }
    }

    private var respond: HTTPChannelHandler.Responder {
        { request, writer, _ in
            let answer = await routes.answer(to: request)
            var fields: HTTPFields = [.contentType: "application/json; charset=utf-8"]
            fields[.contentLength] = String(answer.body.count)
            if let allow = answer.allow { fields[.allow] = allow }
            if answer.closes { fields[.connection] = "close" }
            let body =
                request.method == .head
                ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body))
            try await writer.write(
                response: HTTPResponse(status: .init(code: answer.status), headerFields: fields), body: body)
            if answer.closes { throw ConnectionDone() }
        }
    }
}

/// Thrown behind an answer after which the rest of what the client sends isn't read.
private struct ConnectionDone: Error {}
