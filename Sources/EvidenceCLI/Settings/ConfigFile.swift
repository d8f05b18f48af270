import Glibc

/// The user's own defaults: one option a line, as on the command line.
///
/// Lines that begin with `#` are comments. A value goes to the end of its line, without quotes.
struct ConfigFile {
    /// A value and the line that it stands on.
    struct Entry: Equatable {
        var value: String
        var line: Int
    }

    private(set) var path: String
    private(set) var entries: [Setting: Entry] = [:]

    /// Reads the file; one that does not exist sets nothing.
    ///
    /// Earlier versions read YAML from `config.yaml`. If that is still there and the file is not, each of its lines is
    /// an error that says what to write instead.
    init(path: String) throws(Failure) {
        self.path = path
        var text = try Self.text(of: path)
        if text == nil {
            self.path += ".yaml"
            text = try Self.text(of: self.path)
        }
        let lines = (text ?? "").split(omittingEmptySubsequences: false) { $0.isNewline }
        for (index, line) in lines.enumerated() { try add(line.trimmed, number: index + 1, file: path) }
    }

    /// The text of a file; `nil` if there is no such file.
    private static func text(of path: String) throws(Failure) -> String? {
        let bytes: [UInt8]
        do {
            bytes = try Input.bytes(of: path)
        } catch  where error.code == ENOENT || error.code == ENOTDIR {
            return nil
        } catch {
            throw Failure(config: "\(path) can't be read: \(error.text)")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Failure(config: "\(path) is not UTF-8")
        }
        return text
    }

    private mutating func add(_ line: String, number: Int, file: String) throws(Failure) {
        guard !line.isEmpty, !line.hasPrefix("#"), line != "---" else { return }
        let name = line.prefix { $0 != "=" && !$0.isWhitespace }
        guard let setting = Setting.allCases.first(where: { $0.options.contains(String(name)) }) else {
            let hint = Setting.option(forYAML: line).map { "write \($0) in \(file)" }
            throw Failure(
                config: "\(path):\(number): “\(line.prefix(60))” is not an option that can be set here",
                hint: hint ?? "the options are \(Setting.allCases.map(\.options[0]).joined(separator: ", "))")
        }
        guard entries[setting] == nil else {
            throw Failure(config: "\(path):\(number): \(name) is set twice")
        }
        var value = line.dropFirst(name.count).trimmed
        if value.hasPrefix("=") { value = value.dropFirst().trimmed }
        if value.isEmpty, setting == .csvBOM { value = "true" }
        guard !value.isEmpty else {
            throw Failure(config: "\(path):\(number): \(name) needs a value", hint: "write \(name)=VALUE")
        }
        entries[setting] = Entry(value: value, line: number)
    }
}

extension Setting {
    /// The option that sets what a line of YAML set in earlier versions; `nil` if it set nothing.
    fileprivate static func option(forYAML line: String) -> String? {
        let parts = line.split(separator: ":", maxSplits: 1).map(\.trimmed)
        guard parts.count == 2, let setting = allCases.first(where: { $0.names.contains(parts[0]) }) else {
            return nil
        }
        let plain = parts[1].firstRange(of: " #").map { parts[1][..<$0.lowerBound] } ?? parts[1][...]
        return "\(setting.options[0])=\(plain.filter { $0 != "\"" && $0 != "'" }.trimmed)"
    }
}
