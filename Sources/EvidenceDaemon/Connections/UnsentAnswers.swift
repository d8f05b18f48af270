internal import NIOCore
internal import Synchronization

/// The answer of a connection was given up for want of room.
struct AnswerGivenUp {}

/// The answers that clients have not taken yet, which share one budget of memory.
final class UnsentAnswers: Sendable {
    private struct Answer {
        let channel: any Channel
        let bytes: Int
    }

    private struct State {
        /// A connection has one answer at most, because its next request waits for the answer before; oldest first.
        var answers: [Answer] = []
        var bytes = 0

        /// Removes the oldest answer but never the only one, so that an answer of any size can be sent.
        mutating func removeOldest() -> Answer? {
            guard answers.count > 1 else { return nil }
            bytes -= answers[0].bytes
            return answers.removeFirst()
        }
    }

    /// The bytes that all unsent answers may have together.
    private let limit: Int
    private let state = Mutex(State())

    init(limit: Int) { self.limit = limit }

    /// Counts an answer; if the budget is exceeded, ends the connections that have left their answers longest.
    func add(_ bytes: Int, to channel: any Channel) {
        let givenUp = state.withLock { state in
            state.answers.append(Answer(channel: channel, bytes: bytes))
            state.bytes += bytes
            var givenUp: [any Channel] = []
            while state.bytes > limit, let oldest = state.removeOldest() { givenUp.append(oldest.channel) }
            return givenUp
        }
        for channel in givenUp { channel.triggerUserOutboundEvent(AnswerGivenUp(), promise: nil) }
    }

    /// Stops counting the answer of a connection.
    func remove(_ channel: any Channel) {
        state.withLock { state in
            guard let index = state.answers.firstIndex(where: { $0.channel === channel }) else { return }
            state.bytes -= state.answers.remove(at: index).bytes
        }
    }
}
