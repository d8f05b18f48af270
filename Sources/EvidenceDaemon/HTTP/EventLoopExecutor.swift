internal import NIOCore

/// Runs tasks on an event loop's own thread.
///
/// A connection's task does little between its waits for the channel and for a search. On Swift's global executor each
/// of these steps would wake another thread.
final class EventLoopExecutor: TaskExecutor {
    private let loop: any EventLoop

    init(_ loop: any EventLoop) { self.loop = loop }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
