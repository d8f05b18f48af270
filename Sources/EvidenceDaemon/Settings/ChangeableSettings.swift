internal import Logging
internal import Synchronization

/// The settings that a reload changes while requests are answered.
final class ChangeableSettings: Sendable {
    private let state: Mutex<Settings>

    init(_ settings: Settings) { state = Mutex(settings) }

    /// The least serious level that is logged.
    var logLevel: Logger.Level { state.withLock(\.logLevel) }

    /// The time above which a search is slow; `nil` if none is.
    var slowQuery: Duration? {
        let milliseconds = state.withLock { $0[.slowQuery] }
        return milliseconds > 0 ? .milliseconds(milliseconds) : nil
    }

    /// The time after which a search answers with what it has found.
    var searchTimeout: Duration { .milliseconds(state.withLock { $0[.searchTimeout] }) }

    /// Puts new settings in force.
    func change(to settings: Settings) { state.withLock { $0 = settings } }
}
