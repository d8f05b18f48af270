internal import EvidenceIndex
internal import Logging
internal import NIOPosix
internal import ServiceLifecycle
internal import UnixSignals

/// The daemon's parts and how they are joined.
struct Daemon {
    private let server: Server
    private let watcher: IndexWatcher
    private let threads: NIOThreadPool
    private let logger: Logger

    /// The longest that a shutdown waits for what is under way.
    private static let longestShutdown = Duration.seconds(10)

    /// Loads the index, where there is one, and binds the socket; either that can't be used is an error.
    init(folder: IndexFolder, socketPath: String, threads count: Int, logger: Logger) throws {
        let generations = Generations()
        watcher = IndexWatcher(folder: folder, generations: generations, readers: count, logger: logger)
        try watcher.load()
        threads = NIOThreadPool(numberOfThreads: count)
        let statistics = Statistics()
        let routes = Routes(
            generations: generations, threads: threads, statistics: statistics, logger: logger)
        server = Server(
            socket: try ListeningSocket(path: socketPath), routes: routes, statistics: statistics,
            logger: logger)
        self.logger = logger
    }

    /// Serves until SIGTERM or SIGINT.
    func run() async throws {
        threads.start()
        var configuration = ServiceGroupConfiguration(
            services: [watcher, server], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        configuration.maximumGracefulShutdownDuration = Self.longestShutdown
        try await ServiceGroup(configuration: configuration).run()
        try await threads.shutdownGracefully()
    }
}
