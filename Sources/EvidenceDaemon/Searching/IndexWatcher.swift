internal import EvidenceSearch
internal import Logging
internal import ServiceLifecycle
internal import Synchronization

/// Takes up new generations of an index as they appear.
final class IndexWatcher: Service {
    private let folder: IndexFolder
    private let generations: Generations
    private let readers: Int
    private let manager: ServiceManager
    private let logger: Logger
    /// The generation that couldn't be read, which isn't tried again and again.
    private let refused = Mutex<IndexFolder.Mark?>(nil)

    /// How often the index is looked at: reading one symlink, so that a generation is taken up within a second.
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
        // Read before the number: should the index move on in between, it is only looked at once more.
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

    /// What is answered from, in a line for `systemctl status`.
    var status: String {
        guard let generation = generations.current else { return "no index at \(folder.path) yet" }
        return "generation \(generation.number), \(generation.manifest.paragraphs) paragraphs"
    }

    /// Loads the current generation if it is new; one that can't be read is refused once, and the old one goes on.
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
