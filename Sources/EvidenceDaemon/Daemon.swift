internal import EvidenceSearch
internal import Logging
internal import NIOCore
internal import NIOPosix
internal import ServiceLifecycle
internal import UnixSignals

/// The daemon's parts and how they are joined.
struct Daemon {
    private let services: [any Service]
    private let idleExit: IdleExit
    private let threads: SearchThreads

    /// The longest that a shutdown waits for what is under way.
    private static let shutdownTimeout = Duration.seconds(10)

    /// Loads the index, where there is one, and takes the socket; either that can't be used is an error.
    init(source: SettingsSource, settings: Settings, changeable: ChangeableSettings, logger: Logger) throws {
        let manager = ServiceManager(environment: source.environment)
        let generations = Generations()
        // A reader more than threads is the watchdog's.
        let watcher = IndexWatcher(
            folder: IndexFolder(path: settings.index), generations: generations,
            readers: settings.threads + 1, manager: manager, logger: logger)
        try watcher.load()
        // Before the loops are made. One does for the searches of several threads, of whose work it has a fifth; with more,
        // a connection crosses from loop to loop several times as it is accepted.
        NIOSingletons.groupLoopCountSuggestion = max(1, settings.threads / 4)
        threads = SearchThreads(count: settings.threads, maxWaiting: settings.maxWaiting)
        let connections = Connections(limit: Self.maxConnections(settings, logger))
        let routes = Routes(
            generations: generations, threads: threads, statistics: Statistics(connections: connections),
            maxBodyBytes: settings.maxBodyBytes, changeable: changeable, logger: logger)
        let socket = try Self.socket(settings, environment: source.environment)
        let server = Server(
            socket: socket, routes: routes, connections: connections,
            limits: ConnectionLimits(settings),
            whenListening: { manager.ready(status: watcher.status) },
            whenStopping: {
                manager.stopping()
                logger.info("answering what is under way, then ending")
            },
            logger: logger)
        let reloading = Reloading(
            source: source, settings: settings, changeable: changeable, watcher: watcher, manager: manager,
            logger: logger)
        let watchdog = Watchdog(
            manager: manager, generations: generations, threads: threads,
            loops: MultiThreadedEventLoopGroup.singleton, logger: logger)
        services = [watcher, reloading, watchdog, server]
        idleExit = Self.idleExit(settings, socket, connections, logger)
    }

    /// Serves until SIGTERM or SIGINT, or until nobody has asked for as long as the settings say.
    func run() async throws {
        threads.start()
        var configuration = ServiceGroupConfiguration(
            services: services.map { .init(service: $0) }
                + [.init(service: idleExit, successTerminationBehavior: .gracefullyShutdownGroup)],
            gracefulShutdownSignals: [.sigterm, .sigint],
            // It would describe each service with all that it holds; what matters of them they log themselves.
            logger: Logger(label: "services") { _ in SwiftLogNoOpLogHandler() })
        configuration.maximumGracefulShutdownDuration = Self.shutdownTimeout
        try await ServiceGroup(configuration: configuration).run()
        try await threads.shutDown()
    }

    /// How many connections are served: as many as the settings say and descriptors allow.
    private static func maxConnections(_ settings: Settings, _ logger: Logger) -> Int {
        let most = max(1, OpenFiles.raiseLimit() - Connections.tooMany - OpenFiles.ownUse)
        guard most < settings.maxConnections else { return settings.maxConnections }
        logger.warning(
            "\(DaemonSetting.maxConnections.rawValue) is \(most): the system allows no more open files (LimitNOFILE)"
        )
        return most
    }

    private static func socket(
        _ settings: Settings, environment: (String) -> String?
    ) throws -> ListeningSocket {
        if let descriptor = try InheritedSocket.descriptor(environment: environment) {
            return ListeningSocket(inherited: descriptor)
        }
        return try ListeningSocket(path: settings.socket)
    }

    private static func idleExit(
        _ settings: Settings, _ socket: ListeningSocket, _ connections: Connections, _ logger: Logger
    ) -> IdleExit {
        guard settings.idleExit > 0 else {
            return IdleExit(limit: nil, connections: connections, logger: logger)
        }
        guard socket.isInherited else {
            logger.warning(
                "\(DaemonSetting.idleExit.rawValue) is for a socket that systemd holds, so it is left aside")
            return IdleExit(limit: nil, connections: connections, logger: logger)
        }
        return IdleExit(limit: .seconds(settings.idleExit), connections: connections, logger: logger)
    }
}
