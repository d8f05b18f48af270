internal import Evidence
internal import EvidenceSearch
internal import Logging
internal import NIOCore
internal import NIOPosix
internal import ServiceLifecycle

/// Tells systemd, after a search of its own, that searches are answered; without that systemd restarts the daemon.
///
/// The watchdog's search has a thread and a reader of its own, so that a long queue does not count as a hang. If the
/// other threads are stuck, none of their searches ends.
struct Watchdog: Service {
    let manager: ServiceManager
    let generations: Generations
    let threads: SearchThreads
    let loops: any EventLoopGroup
    let logger: Logger

    func run() async throws {
        guard let limit = manager.watchdog else { return try await gracefulShutdown() }
        let thread = NIOThreadPool(numberOfThreads: 1)
        thread.start()
        await cancelWhenGracefulShutdown {
            while (try? await Task.sleep(for: limit / 4)) != nil {
                await check(thread, stalledAtMost: limit / 2)
            }
        }
        // Not awaited, because the thread may be stuck.
        thread.shutdownGracefully { _ in }
    }

    /// Checks that each event loop turns, that a search is answered, and that the searches of clients end.
    private func check(_ thread: NIOThreadPool, stalledAtMost limit: Duration) async {
        do {
            for loop in loops.makeIterator() { try await loop.submit {}.get() }
            try await thread.runIfActive { try search() }
        } catch {
            logger.critical("the watchdog's own search failed: \(error)")
            return
        }
        guard threads.stalled <= limit else {
            logger.critical(
                "no search has ended for \(threads.stalled), so systemd's watchdog is not told that all is well"
            )
            return
        }
        manager.alive()
    }

    @Sendable private func search() throws {
        guard let generation = generations.current else { return }
        let request = try SearchRequest(parameters: [("q", "care"), ("limit", "1")])
        _ = try generation.search(request, until: .now + .seconds(20)).json
    }
}
