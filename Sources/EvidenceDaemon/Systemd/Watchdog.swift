internal import Evidence
internal import EvidenceSearch
internal import Logging
internal import NIOCore
internal import NIOPosix
internal import ServiceLifecycle

/// Tells systemd that searches are answered, each time after one was; without a word of ours it kills and restarts
/// the daemon.
///
/// The search has a lane of its own, a thread and a reader, so that a long queue is no hang. That the others are
/// stuck is seen by none of theirs ending.
struct Watchdog: Service {
    let manager: ServiceManager
    let generations: Generations
    let threads: SearchThreads
    let loops: any EventLoopGroup
    let logger: Logger

    func run() async throws {
        guard let limit = manager.watchdog else { return try await gracefulShutdown() }
        let lane = NIOThreadPool(numberOfThreads: 1)
        lane.start()
        await cancelWhenGracefulShutdown {
            while (try? await Task.sleep(for: limit / 4)) != nil {
                await check(lane, stalledAtMost: limit / 2)
            }
        }
        // The last shutdown of a stuck lane would wait for ever, and systemd waits for us with a limit of its own.
        lane.shutdownGracefully { _ in }
    }

    /// A round trip: each event loop turns, a search is answered, and the searches of others end.
    private func check(_ lane: NIOThreadPool, stalledAtMost limit: Duration) async {
        do {
            for loop in loops.makeIterator() { try await loop.submit {}.get() }
            try await lane.runIfActive { try search() }
        } catch {
            logger.critical("the watchdog's own search failed: \(error)")
            return
        }
        guard threads.stalled <= limit else {
            logger.critical(
                "no search has ended for \(threads.stalled); the watchdog isn't told that all is well")
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
