internal import Evidence
internal import EvidenceSearch
internal import Synchronization

/// The generations that can be asked: the current one, and the one before for a while.
final class Generations: Sendable {
    private struct State {
        var current: Generation?
        var mark: IndexFolder.Mark?
        var before: (generation: Generation, until: ContinuousClock.Instant)?
    }

    /// How long the generation before the current one stays answerable, so that clients can page on through an answer.
    private static let grace = Duration.seconds(60)

    private let state = Mutex(State())

    /// The current generation; `nil` if there is no index yet.
    var current: Generation? { state.withLock { $0.current } }

    /// The mark of the symlink through which the current generation was found.
    var mark: IndexFolder.Mark? { state.withLock { $0.mark } }

    /// Makes a generation the current one.
    func advance(to generation: Generation, mark: IndexFolder.Mark?) {
        state.withLock { state in
            state.before = state.current.map { ($0, .now + Self.grace) }
            state.current = generation
            state.mark = mark
        }
    }

    /// Drops the generation before once its time is over.
    func expire() {
        state.withLock { state in
            if let before = state.before, before.until < .now { state.before = nil }
        }
    }

    /// The generation of this number, or the current one for `nil`; throws if there is no such generation.
    func generation(_ number: Int?) throws(RequestError) -> Generation {
        let (current, before) = state.withLock { ($0.current, $0.before?.generation) }
        guard let current else { throw .noIndex }
        guard let number, number != current.number else { return current }
        guard let before, before.number == number else {
            throw .generationGone(number, current: current.number)
        }
        return before
    }
}
