import ArgumentParser
import Evidence

/// The forms of an answer.
enum Format: String, CaseIterable, ExpressibleByArgument {
    /// For people.
    case text
    /// One JSON value; a search's is the daemon's answer as it came.
    case json
    /// A JSON object a line.
    case jsonl
    /// Comma-separated, by RFC 4180.
    case csv
    /// Tab-separated.
    case tsv
    /// Markdown.
    case md

    /// The forms as a sentence lists them.
    static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }
}

extension Failure {
    /// Text for people has a layout, not fields.
    static let fieldsOfText = Failure(
        ExitStatus.usage, "--fields goes with csv, tsv, md, json and jsonl", hint: "add --format csv")
}
