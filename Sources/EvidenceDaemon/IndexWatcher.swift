internal import EvidenceIndex
internal import Logging
internal import ServiceLifecycle

/// Takes up new generations of an index as they appear.
struct IndexWatcher: Service {
    let folder: IndexFolder
    let generations: Generations
    let readers: Int
    let logger: Logger

    /// How often the index is looked at: reading one symlink, so that a generation is taken up within a second.
    private static let interval = Duration.milliseconds(250)

    /// Loads the current generation, if there is one.
    func load() throws {
        // Read before the number: should the index move on in between, it is only looked at once more.
        let mark = folder.mark
        guard let generation = try Generation.current(of: folder, readers: readers) else {
            logger.notice("no index at \(folder.path) yet; waiting for one")
            return
        }
        generations.advance(to: generation, mark: mark)
        tell(generation)
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var refused: IndexFolder.Mark?
            while (try? await Task.sleep(for: Self.interval)) != nil {
                generations.expire()
                refused = look(refused: refused)
            }
        }
    }

    /// Loads the current generation if it is new; one that can't be read is refused once, and the old one goes on.
    private func look(refused: IndexFolder.Mark?) -> IndexFolder.Mark? {
        guard let mark = folder.mark, mark != generations.mark, mark != refused,
            let number = try? folder.current()
        else { return refused }
        do {
            let generation = try Generation(number, of: folder, readers: readers)
            generations.advance(to: generation, mark: mark)
            tell(generation)
            return nil
        } catch {
            logger.error("generation \(number) refused: \(error)")
            return mark
        }
    }

    private func tell(_ generation: Generation) {
        let manifest = generation.manifest
        logger.info(
            "generation \(generation.number): \(manifest.paragraphs) paragraphs of \(manifest.pages.count) pages"
        )
    }
}
