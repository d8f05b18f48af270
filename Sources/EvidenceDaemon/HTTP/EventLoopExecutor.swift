internal import NIOCore

/// Runs tasks on an event loop's own thread.
///
/// A connection's task waits for its channel or for a search, and does little between: on Swift's global executor
/// each step of it would wake another thread.
final class EventLoopExecutor: TaskExecutor {
    private let loop: any EventLoop

    init(_ loop: any EventLoop) { self.loop = loop }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
