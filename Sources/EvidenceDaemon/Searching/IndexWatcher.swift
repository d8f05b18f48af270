internal import EvidenceSearch
internal import Logging
internal import ServiceLifecycle
internal import Synchronization

/// Loads new generations of an index as they appear.
final class IndexWatcher: Service {
    private let folder: IndexFolder
    private let generations: Generations
    private let readers: Int
    private let manager: ServiceManager
    private let logger: Logger
    /// The generation that could not be read, which is not tried again at each look.
    private let refused = Mutex<IndexFolder.Mark?>(nil)

    /// The time between two looks at the index, each of which reads one symlink.
    private static let interval = Duration.milliseconds(250)

    init(
        folder: IndexFolder, generations: Generations, readers: Int, manager: ServiceManager, logger: Logger
    ) {
        self.folder = folder
        self.generations = generations
        self.readers = readers
        self.manager = manager
        self.logger = logger
    }

    /// Loads the current generation, if there is one.
    func load() throws {
        // Read before the generation: if the index moves on in between, it is looked at once more.
        let mark = folder.mark
        guard let generation = try Generation.current(of: folder, readers: readers) else {
            logger.notice("no index at \(folder.path) yet; waiting for one")
            return
        }
        take(generation, mark: mark)
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while (try? await Task.sleep(for: Self.interval)) != nil {
                self.generations.expire()
                self.look()
            }
        }
    }

    /// Loads the current generation if it is new, even if it was refused before.
    func lookAgain() {
        refused.withLock { $0 = nil }
        look()
    }

    /// The generation in use, in a line for `systemctl status`.
    var status: String {
        guard let generation = generations.current else { return "no index at \(folder.path) yet" }
        return "generation \(generation.number), \(generation.manifest.paragraphs) paragraphs"
    }

    /// Loads the current generation if it is new; one that cannot be read is refused once, and the old one stays in use.
    private func look() {
        refused.withLock { refused in
            guard let mark = folder.mark, mark != generations.mark, mark != refused,
                let number = try? folder.current()
            else { return }
            do {
                take(try Generation(number, of: folder, readers: readers), mark: mark)
                refused = nil
            } catch {
                let reason = (error as? IndexError)?.withAdvice ?? "\(error)"
                logger.error("generation \(number) refused: \(reason)")
                refused = mark
            }
        }
    }

    private func take(_ generation: Generation, mark: IndexFolder.Mark?) {
        generations.advance(to: generation, mark: mark)
        manager.status(status)
        logger.info("\(status) of \(generation.manifest.pages.count) pages")
    }
}
