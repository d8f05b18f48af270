internal import Logging
internal import Synchronization

/// The settings that a reload changes while requests are under way.
final class ChangeableSettings: Sendable {
    private let state: Mutex<Settings>

    init(_ settings: Settings) { state = Mutex(settings) }

    /// What is logged.
    var logLevel: Logger.Level { state.withLock(\.logLevel) }

    /// The time above which a search is slow; `nil` where none is.
    var slowQuery: Duration? {
        let milliseconds = state.withLock(\.slowQuery)
        return milliseconds > 0 ? .milliseconds(milliseconds) : nil
    }

    /// How long a search may take before it answers with what it has found.
    var searchTimeout: Duration { .milliseconds(state.withLock(\.searchTimeout)) }

    /// Puts the settings in force.
    func change(to settings: Settings) { state.withLock { $0 = settings } }
}
