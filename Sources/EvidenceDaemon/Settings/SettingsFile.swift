internal import FoundationEssentials
internal import Yams

/// The settings of a file in YAML: `name: value`.
struct SettingsFile {
    /// Where it is read unless `--config` names another.
    static let standardPath = "/etc/evidence/evidenced.yaml"

    /// What it sets; a name without a value leaves the default.
    private(set) var texts: [DaemonSetting: SettingText] = [:]

    /// Settings of no file.
    init() {}

    /// Reads the file; an unknown name, a list, or what is no YAML, is an error with the line.
    init(path: String) throws(SettingError) {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw SettingError(place: path, reason: "the file can't be read")
        }
        guard let text = String(bytes: data, encoding: .utf8) else {
            throw SettingError(place: path, reason: "the file is not UTF-8")
        }
        guard let root = try Self.root(of: text, path: path) else { return }
        guard case .mapping(let mapping) = root else {
            throw SettingError(place: Self.place(path, root.mark), reason: "settings are “name: value” lines")
        }
        for (key, value) in mapping { try add(key, value, path: path) }
    }

    private mutating func add(_ key: Node, _ value: Node, path: String) throws(SettingError) {
        let place = Self.place(path, key.mark)
        let name = key.scalar?.string ?? ""
        guard let setting = DaemonSetting(rawValue: name) else {
            let meant = DaemonSetting.nearest(to: name).map { "did you mean \($0.rawValue)?" }
            throw SettingError(
                place: place,
                reason: "there is no setting “\(name)”; \(meant ?? "they are \(DaemonSetting.list)")")
        }
        guard let scalar = value.scalar else {
            throw SettingError(place: place, reason: "\(name) takes one value, no list and no mapping")
        }
        if scalar.style == .plain, ["", "~", "null"].contains(scalar.string) { return }
        texts[setting] = SettingText(value: scalar.string, place: Self.place(path, value.mark))
    }

    private static func root(of text: String, path: String) throws(SettingError) -> Node? {
        do {
            return try compose(yaml: text)
        } catch let error as YamlError {
            throw SettingError(place: place(path, error.mark), reason: error.reason)
        } catch {
            throw SettingError(place: path, reason: "\(error)")
        }
    }

    private static func place(_ path: String, _ mark: Mark?) -> String {
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
