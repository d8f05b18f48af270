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

    /// Whether a row is a record of named values that `--fields` can choose among.
    var hasFields: Bool { self != .text }
}
