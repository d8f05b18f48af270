internal import Logging
internal import ServiceLifecycle
internal import UnixSignals

/// Reads the settings and the index again at SIGHUP, while requests are answered.
struct Reloading: Service {
    let source: SettingsSource
    /// The settings of the start, most of which hold until the end.
    let settings: Settings
    let changeable: ChangeableSettings
    let watcher: IndexWatcher
    let manager: ServiceManager
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            for await _ in await UnixSignalsSequence(trapping: .sighup) {
                manager.reloading()
                reload()
                manager.ready(status: watcher.status)
            }
        }
    }

    /// Puts new settings in force; settings that cannot be read leave the old ones in force.
    private func reload() {
        do {
            let new = try source.read()
            changeable.change(to: new)
            let later = DaemonSetting.allCases.filter {
                !$0.isChangeable && new.text($0) != settings.text($0)
            }
            let names = later.map(\.rawValue).joined(separator: ", ")
            logger.notice("settings read\(later.isEmpty ? "" : "; \(names) will hold from the next start")")
        } catch {
            logger.error("the settings stay as they are: \(error)")
        }
        watcher.lookAgain()
    }
}
