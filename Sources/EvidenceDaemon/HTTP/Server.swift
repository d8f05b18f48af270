internal import Glibc
internal import HTTPTypes
internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import NIOExtras
internal import NIOHTTPTypesHTTP1
internal import NIOPosix
internal import ServiceLifecycle

/// Serves HTTP/1.1 on a listening socket until it is told to stop, then sends the answers that are due.
struct Server: Service {
    let socket: ListeningSocket
    let routes: Routes
    let connections: Connections
    let unsent: UnsentAnswers
    let settings: Settings
    /// Called once the socket is served.
    let whenListening: @Sendable () -> Void
    /// Called when no more connections are accepted.
    let whenStopping: @Sendable () -> Void
    let logger: Logger

    func run() async throws {
        defer { socket.remove() }
        let group = MultiThreadedEventLoopGroup.singleton
        let quiescing = ServerQuiescingHelper(group: group)
        let listener = try await listener(on: group, quiescing)
        logger.info("listening on \(socket.path ?? "the socket that systemd holds")")
        whenListening()
        await withGracefulShutdownHandler {
            await serve(listener)
        } onGracefulShutdown: {
            Task { await stop(listener.channel, quiescing) }
        }
    }

    /// The channel that accepts connections, made on its event loop so that no client meets the short backlog of NIO.
    private func listener(
        on group: MultiThreadedEventLoopGroup, _ quiescing: ServerQuiescingHelper
    ) async throws -> NIOAsyncChannel<Ready, Never> {
        let loop = group.next()
        return try await withTaskExecutorPreference(EventLoopExecutor(loop)) {
            try await ServerBootstrap(group: loop, childGroup: group)
                .serverChannelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        socket.restoreBacklog()
                        let pipeline = channel.pipeline.syncOperations
                        try pipeline.addHandler(AcceptGate(connections: connections))
                        try pipeline.addHandler(quiescing.makeServerChannelHandler(channel: channel))
                    }
                }
                .childChannelOption(.allowRemoteHalfClosure, value: true)
                .bind(socket.descriptor) { channel in
                    Peer.of(channel).flatMap { setUp(channel, of: $0) }.flatMapErrorThrowing { error in
                        connections.lost()
                        throw error
                    }
                }
        }
    }

    /// A connection that is ready to be served.
    private struct Ready {
        let http: HTTP1Channel
        let value: HTTP1Channel.Value
    }

    /// Builds the pipeline between a connection's bytes and its answers.
    private func setUp(_ channel: any Channel, of peer: Peer) -> EventLoopFuture<Ready> {
        let client = ConnectedClient(peer: peer, channel: channel, connections: connections)
        let http = HTTP1Channel(
            responder: responder(for: client),
            configuration: .init(
                additionalChannelHandlers: [Refusals(settings), LastRequests()],
                idleTimeout: client.isTooMany
                    ? .seconds(2) : .seconds(Int64(settings[.idleConnectionTimeout])),
                httpDecoderConfiguration: .init(
                    maxHeaderFieldSize: settings[.maxHeaderBytes],
                    maxHeaderListSize: settings[.maxHeaderBytes])))
        return channel.eventLoop.makeCompletedFuture {
            let handlers: [any ChannelHandler] = [ConnectionTimeouts(settings), client.output.value]
            try channel.pipeline.syncOperations.addHandlers(handlers)
        }.flatMap {
            http.setup(channel: channel, logger: logger)
        }.flatMapThrowing { value in
            let pipeline = channel.pipeline.syncOperations
            try pipeline.addHandler(
                RequestHeads(), position: .before(pipeline.handler(type: HTTP1ToHTTPServerCodec.self)))
            return Ready(http: http, value: value)
        }
    }

    private func serve(_ listener: NIOAsyncChannel<Ready, Never>) async {
        await withDiscardingTaskGroup { tasks in
            do {
                try await listener.executeThenClose { inbound in
                    for try await connection in inbound {
                        connections.begun()
                        let executor = EventLoopExecutor(connection.value.channel.eventLoop)
                        tasks.addTask(executorPreference: executor) {
                            await connection.http.handle(value: connection.value, logger: logger)
                            connections.ended()
                        }
                    }
                }
            } catch {
                logger.error("no more connections: \(error)")
            }
        }
    }

    /// Stops accepting connections, and lets the open ones end behind the answers that are due.
    private func stop(_ listener: any Channel, _ quiescing: ServerQuiescingHelper) async {
        whenStopping()
        if !socket.isInherited { await emptyQueue() }
        connections.stop()
        try? await listener.setOption(.autoRead, value: false).get()
        // The listener must not close before it has handed over what it accepted.
        for _ in 0..<1_000 where connections.hasUnready { try? await Task.sleep(for: .milliseconds(1)) }
        quiescing.initiateShutdown(promise: nil)
    }

    /// Accepts those who wait in the queue of the daemon's own socket, which nobody else can find any more.
    private func emptyQueue() async {
        socket.remove()
        var poll = pollfd(fd: socket.descriptor, events: Int16(POLLIN), revents: 0)
        for _ in 0..<1_000 where Glibc.poll(&poll, 1, 0) > 0 { try? await Task.sleep(for: .milliseconds(1)) }
    }

    private func responder(for client: ConnectedClient) -> HTTPChannelHandler.Responder {
        { request, writer, _ in
            let answer = await routes.answer(to: request, of: client)
            var fields: HTTPFields = [.contentType: answer.contentType]
            fields[.contentLength] = String(answer.body.count)
            if let allow = answer.allow { fields[.allow] = allow }
            let isLast = answer.closes || connections.isStopping || request.headers[.connection] == "close"
            if isLast { fields[.connection] = "close" }
            let body =
                request.method == .head
                ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body))
            try await writer.write(
                response: HTTPResponse(status: .init(code: answer.status), headerFields: fields), body: body)
            try await wait(for: client, toTake: answer.body.count)
            if answer.closes { throw ConnectionDone() }
        }
    }

    /// Waits until the client has taken its answer, so that it has one at a time, and counts the answer meanwhile.
    private func wait(for client: ConnectedClient, toTake bytes: Int) async throws {
        guard let taken = client.output.value.whenFlushed(on: client.channel.eventLoop) else { return }
        unsent.add(bytes, to: client.channel)
        defer { unsent.remove(client.channel) }
        try await taken.get()
    }
}

/// Thrown behind an answer to end the connection without reading the rest of what the client sends.
private struct ConnectionDone: Error {}
