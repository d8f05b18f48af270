import ArgumentParser
import Evidence

/// Arguments that ArgumentParser can't read, as the user is told of them.
struct UsageError {
    /// ArgumentParser's own words.
    let message: String
    let arguments: [String]

    var failure: Failure {
        if let first = arguments.first, !first.hasPrefix("-"), !Self.commands.contains(first) {
            return unknownCommand(first)
        }
        let lines = message.split(separator: "\n")
        let values = lines.dropFirst().filter { $0.hasPrefix("  - ") }.map { $0.dropFirst(4) }
        let line = (lines.prefix(1) + [values.joined(separator: ", ")[...]]).joined(separator: " ").trimmed
        return Failure(ExitStatus.usage, line.prefix(1).lowercased() + line.dropFirst(), hint: hint)
    }

    /// A slip in a command's name, or the words of a search without `search` before them.
    private func unknownCommand(_ name: String) -> Failure {
        let meant = Self.commands.first { editDistance(name, $0, atMost: 2) != nil }
        let typed = (meant == nil ? arguments[...] : arguments.dropFirst()).map(shellQuoted)
        let command = (["evidence", meant ?? "search"] + typed).joined(separator: " ")
        return Failure(ExitStatus.usage, "there is no command “\(name)”", hint: "perhaps: \(command)")
    }

    private static let commands =
        (EvidenceCommand.configuration.subcommands.compactMap { $0.configuration.commandName }) + ["help"]

    private var hint: String {
        guard message.hasPrefix("Unknown option"), !message.contains("Did you mean"),
            arguments.first == "search"
        else { return help }
        let option = message.split(separator: "'").dropFirst().first ?? "-word"
        // An argument of several words is a query by itself; one word is shown beside another.
        let isQuery = option.contains(" ")
        let quoted = isQuery ? "-- \(shellQuoted(String(option)))" : "'hospital \(option)'"
        return """
            a word that begins with “-” goes behind -- or inside one quoted argument:
            evidence search -- \(isQuery ? String(option) : "hospital \(option)")
            evidence search \(quoted)
            \(help)
            """
    }

    private var help: String {
        let command = Self.commands.first { $0 == arguments.first }.map { "\($0) " } ?? ""
        return "see evidence \(command)--help"
    }
}

/// An argument as it can be typed into a shell.
func shellQuoted(_ argument: String) -> String {
    let isPlain = argument.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: "-_./:,+@%".utf8.contains(byte)
        }
    }
    if isPlain && !argument.isEmpty { return argument }
    return "'" + argument.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
        + "'"
}
