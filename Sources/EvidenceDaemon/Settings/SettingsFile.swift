internal import FoundationEssentials
internal import Yams

/// The settings of a file in YAML: `name: value`.
struct SettingsFile {
    /// The file that is read unless `--config` names another.
    static let standardPath = "/etc/evidence/evidenced.yaml"

    /// The settings that the file holds; a name without a value leaves the default.
    private(set) var texts: [DaemonSetting: SettingText] = [:]

    /// Reads the file; throws with the line if a name is unknown, a value is a list, or the text is no YAML.
    init(path: String) throws(SettingError) {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw SettingError(origin: path, reason: "the file can't be read")
        }
        guard let text = String(bytes: data, encoding: .utf8) else {
            throw SettingError(origin: path, reason: "the file is not UTF-8")
        }
        guard let root = try Self.root(of: text, path: path) else { return }
        guard case .mapping(let mapping) = root else {
            throw SettingError(
                origin: Self.origin(path, root.mark), reason: "settings are “name: value” lines")
        }
        for (key, value) in mapping { try add(key, value, path: path) }
    }

    private mutating func add(_ key: Node, _ value: Node, path: String) throws(SettingError) {
        let origin = Self.origin(path, key.mark)
        let name = key.scalar?.string ?? ""
        guard let setting = DaemonSetting(rawValue: name) else {
            let meant = DaemonSetting.nearest(to: name).map { "did you mean \($0.rawValue)?" }
            throw SettingError(
                origin: origin,
                reason: "there is no setting “\(name)”; \(meant ?? "they are \(DaemonSetting.list)")")
        }
        guard let scalar = value.scalar else {
            throw SettingError(origin: origin, reason: "\(name) takes one value, no list and no mapping")
        }
        if scalar.style == .plain, ["", "~", "null"].contains(scalar.string) { return }
        texts[setting] = SettingText(value: scalar.string, origin: Self.origin(path, value.mark))
    }

    private static func root(of text: String, path: String) throws(SettingError) -> Node? {
        do {
            return try compose(yaml: text)
        } catch let error as YamlError {
            throw SettingError(origin: origin(path, error.mark), reason: error.reason)
        } catch {
            throw SettingError(origin: path, reason: "\(error)")
        }
    }

    private static func origin(_ path: String, _ mark: Mark?) -> String {
        mark.map { "\(path):\($0.line)" } ?? path
    }
}

extension YamlError {
    fileprivate var mark: Mark? {
        switch self {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark
        case .duplicatedKeysInMapping(_, let context): context.mark
        default: nil
        }
    }

    fileprivate var reason: String {
        switch self {
        case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _):
            "this is no YAML: \(problem)"
        case .duplicatedKeysInMapping(let names, _): "\(names.sorted().joined(separator: ", ")) is set twice"
        default: "this is no YAML: \(self)"
        }
    }
}
