internal import Logging
internal import Synchronization

/// The settings that a reload changes while requests are under way.
final class ChangeableSettings: Sendable {
    private let state: Mutex<(level: Logger.Level, slow: Int)>

    init(_ settings: Settings) { state = Mutex((settings.logLevel, settings.slowQuery)) }

    /// What is logged.
    var logLevel: Logger.Level { state.withLock { $0.level } }

    /// The time above which a search is slow; `nil` where none is.
    var slowQuery: Duration? {
        let milliseconds = state.withLock { $0.slow }
        return milliseconds > 0 ? .milliseconds(milliseconds) : nil
    }

    /// Puts the settings in force.
    func change(to settings: Settings) { state.withLock { $0 = (settings.logLevel, settings.slowQuery) } }
}
