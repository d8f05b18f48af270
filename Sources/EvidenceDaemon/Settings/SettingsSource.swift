internal import FoundationEssentials

/// Where the settings come from, so that they can be read again: a file, the environment, and flags.
struct SettingsSource: Sendable {
    /// `--config`; without it the standard file, where there is one.
    let path: String?
    /// What flags set.
    let flags: [DaemonSetting: String]
    /// The environment.
    let environment: @Sendable (String) -> String?

    /// The file that is read, where there is one.
    var file: String? {
        path
            ?? (FileManager.default.fileExists(atPath: SettingsFile.standardPath)
                ? SettingsFile.standardPath : nil)
    }

    /// Reads the settings as they are now.
    func read() throws(SettingError) -> Settings {
        try Settings(texts(), environment: environment)
    }

    /// What is set, and where.
    func texts() throws(SettingError) -> [DaemonSetting: SettingText] {
        var texts = try file.map { path throws(SettingError) in try SettingsFile(path: path).texts } ?? [:]
        for setting in DaemonSetting.allCases {
            if let value = environment(setting.variable), !value.isEmpty {
                texts[setting] = SettingText(value: value, place: setting.variable)
            }
            if let value = flags[setting] { texts[setting] = SettingText(value: value, place: setting.flag) }
        }
        return texts
    }
}
