import Evidence
import Foundation
import Support

@testable import EvidenceCLI
@testable import EvidenceDaemon

/// Reads files that users write.
enum SettingsFuzzing {
    private static let files = Result { try TemporaryFolder() }

    /// Reads the bytes as the daemon's settings, which come back from what `--check-config` prints, and as the
    /// command's.
    static func settings(_ bytes: [UInt8]) throws {
        let path = try files.get().path + "/settings.yaml"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        do {
            let settings = try SettingsSource(path: path, flags: [:], environment: { _ in nil }).read()
            let texts = DaemonSetting.allCases.map {
                ($0, SettingText(value: settings.text($0), origin: ""))
            }
            let again = try Settings(Dictionary(uniqueKeysWithValues: texts), environment: { _ in nil })
            try require(again == settings, "\(settings) is read as \(again)")
        } catch is SettingError {}
        do {
            let file = try ConfigFile(path: path)
            try require(file.entries.values.allSatisfy { !$0.value.isEmpty }, "an empty value")
        } catch is Failure {}
    }

    /// Reads the bytes as a batch of queries, and as a table of them.
    static func batch(_ bytes: [UInt8]) throws {
        for isCSV in [false, true] {
            do {
                let rows = try BatchFile(bytes: bytes, name: "batch", isCSV: isCSV).rows
                try require(rows.map(\.number) == Array(1...rows.count + 1).dropLast(), "rows \(rows)")
            } catch is Failure {}
        }
    }
}
