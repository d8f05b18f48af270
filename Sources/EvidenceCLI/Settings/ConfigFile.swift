import Glibc

/// The user's own defaults: `key: value`, one a line.
///
/// This is YAML cut down to what five settings need. A YAML library would be read into memory at each start of a
/// command that takes a few milliseconds; so lists, nested keys and anchors are an error here, never misread.
struct ConfigFile {
    /// A value and the line that it stands on.
    struct Entry: Equatable {
        var value: String
        var line: Int
    }

    let path: String
    private(set) var entries: [String: Entry] = [:]

    /// Reads the file; one that isn't there says nothing.
    init(path: String) throws(Failure) {
        self.path = path
        let bytes: [UInt8]
        do {
            bytes = try Input.bytes(of: path)
        } catch  where error.code == ENOENT || error.code == ENOTDIR {
            return
        } catch {
            throw Failure(config: "\(path) can't be read: \(error.text)")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Failure(config: "\(path) is not UTF-8")
        }
        let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
        for (index, line) in lines.enumerated() { try add(line, number: index + 1) }
    }

    private mutating func add(_ line: Substring, number: Int) throws(Failure) {
        let content = Self.trimmed(line)
        if content.isEmpty || content.hasPrefix("#") || content == "---" { return }
        guard let first = line.first, first.isLetter,
            let colon = content.firstIndex(of: ":"),
            content[colon...].dropFirst().first.map(\.isSpace) ?? true
        else {
            throw Failure(config: "\(path):\(number): “\(content.prefix(60))” is no “key: value”")
        }
        let name = String(Self.trimmed(content[..<colon]))
        guard let key = Setting.allCases.first(where: { $0.spellings.contains(name) }) else {
            let known = Setting.allCases.map(\.rawValue).joined(separator: ", ")
            throw Failure(
                config: "\(path):\(number): there is no setting “\(name)”", hint: "they are \(known)")
        }
        guard entries[key.rawValue] == nil else {
            throw Failure(config: "\(path):\(number): \(key.rawValue) is set twice")
        }
        let value = try value(of: Self.trimmed(content[colon...].dropFirst()), number: number)
        if !value.isEmpty { entries[key.rawValue] = Entry(value: value, line: number) }
    }

    /// A value without its quotes, or without the comment behind it.
    private func value(of text: Substring, number: Int) throws(Failure) -> String {
        guard let first = text.first else { return "" }
        if first == "\"" || first == "'" {
            let inner = text.dropFirst()
            guard let end = inner.firstIndex(of: first), !inner[..<end].contains("\\"),
                Self.isNothing(inner[inner.index(after: end)...])
            else { throw Failure(config: "\(path):\(number): the quotes around \(text) can't be read") }
            return String(inner[..<end])
        }
        guard !"[]{}&*!|>%@`".contains(first) else {
            throw Failure(
                config: "\(path):\(number): \(text) is not a plain value", hint: "put it into quotes")
        }
        let comment = text.firstRange(of: " #")?.lowerBound ?? text.endIndex
        return String(Self.trimmed(text[..<comment]))
    }

    /// Whether nothing but a comment follows.
    private static func isNothing(_ text: Substring) -> Bool {
        let rest = trimmed(text)
        return rest.isEmpty || rest.hasPrefix("#")
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop(while: \.isSpace)
        while text.last?.isSpace ?? false { text.removeLast() }
        return text
    }
}

extension Character {
    fileprivate var isSpace: Bool { self == " " || self == "\t" || self == "\r" }
}
