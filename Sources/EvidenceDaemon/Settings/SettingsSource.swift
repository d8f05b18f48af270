internal import FoundationEssentials

/// The source of the settings, from which they can be read again: a file, the environment and flags.
struct SettingsSource: Sendable {
    /// The file that `--config` names.
    let path: String?
    /// The values that flags give.
    let flags: [DaemonSetting: String]
    /// The value of a variable of the environment.
    let environment: @Sendable (String) -> String?

    /// Reads the settings as they are now.
    func read() throws(SettingError) -> Settings {
        try Settings(texts(), environment: environment)
    }

    /// The settings that are written somewhere, each with its value and origin.
    func texts() throws(SettingError) -> [DaemonSetting: SettingText] {
        var texts: [DaemonSetting: SettingText] = [:]
        if let path = path ?? standardPath { texts = try SettingsFile(path: path).texts }
        for setting in DaemonSetting.allCases {
            if let value = environment(setting.variable), !value.isEmpty {
                texts[setting] = SettingText(value: value, origin: setting.variable)
            }
            if let value = flags[setting] { texts[setting] = SettingText(value: value, origin: setting.flag) }
        }
        return texts
    }

    private var standardPath: String? {
        let path = SettingsFile.standardPath
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }
}
