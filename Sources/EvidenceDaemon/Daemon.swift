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

    /// How long a shutdown waits for the answers that are due.
    private static let shutdownTimeout = Duration.seconds(10)

    /// Loads the index, if there is one, and takes the socket; throws if either cannot be used.
    init(source: SettingsSource, settings: Settings, changeable: ChangeableSettings, logger: Logger) throws {
        let manager = ServiceManager(environment: source.environment)
        let generations = Generations()
        // The one reader beyond those of the threads is the watchdog's.
        let watcher = IndexWatcher(
            folder: IndexFolder(path: settings.index), generations: generations,
            readers: settings[.threads] + 1, manager: manager, logger: logger)
        try watcher.load()
        // Set before the first loop is made. A loop has a fifth of the work of a search, so one does for several threads;
        // with more loops, a connection crosses from one to another several times as it is accepted.
        NIOSingletons.groupLoopCountSuggestion = max(1, settings[.threads] / 4)
        threads = SearchThreads(count: settings[.threads], maxWaiting: settings[.maxWaiting])
        let connections = Connections(limit: Self.maxConnections(settings, logger))
        let routes = Routes(
            generations: generations, threads: threads, statistics: Statistics(connections: connections),
            maxBodyBytes: settings[.maxBodyBytes], changeable: changeable, logger: logger)
        let socket = try Self.socket(settings, environment: source.environment)
        let server = Server(
            socket: socket, routes: routes, connections: connections,
            unsent: UnsentAnswers(limit: settings[.maxUnsentBytes]),
            settings: settings,
            whenListening: { manager.ready(status: watcher.status) },
            whenStopping: {
                manager.stopping()
                logger.info("ending behind the answers that are due")
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

    /// Serves until SIGTERM or SIGINT, or until no connection has been open for `idle_exit_s`.
    func run() async throws {
        threads.start()
        var configuration = ServiceGroupConfiguration(
            services: services.map { .init(service: $0) }
                + [.init(service: idleExit, successTerminationBehavior: .gracefullyShutdownGroup)],
            gracefulShutdownSignals: [.sigterm, .sigint],
            // The group's own log would print each service with all that it holds.
            logger: Logger(label: "services") { _ in SwiftLogNoOpLogHandler() })
        configuration.maximumGracefulShutdownDuration = Self.shutdownTimeout
        try await ServiceGroup(configuration: configuration).run()
        try await threads.shutDown()
    }

    /// The number of connections to serve: what the settings say, as far as descriptors allow.
    private static func maxConnections(_ settings: Settings, _ logger: Logger) -> Int {
        let most = max(1, OpenFiles.raiseLimit() - Connections.maxRefused - OpenFiles.ownUse)
        guard most < settings[.maxConnections] else { return settings[.maxConnections] }
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
        guard settings[.idleExit] > 0 else {
            return IdleExit(limit: nil, connections: connections, logger: logger)
        }
        guard socket.isInherited else {
            logger.warning(
                "\(DaemonSetting.idleExit.rawValue) needs a socket that systemd holds, so it has no effect here"
            )
            return IdleExit(limit: nil, connections: connections, logger: logger)
        }
        return IdleExit(limit: .seconds(settings[.idleExit]), connections: connections, logger: logger)
    }
}
