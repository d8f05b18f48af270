/// An option that can be set for good: by a variable of the environment, or by a line of the file.
enum Setting: String, CaseIterable {
    /// The daemon's socket.
    case socket
    /// The form of answers.
    case format
    /// When to use colour.
    case colour
    /// How many hits a search shows.
    case limit
    /// If true, csv begins with a byte order mark, which Excel wants.
    case csvBOM = "csv_bom"

    /// Its names, of which the variables are made.
    var names: [String] { self == .colour ? ["colour", "color"] : [rawValue] }

    /// Its options, as the command line and the file have them.
    var options: [String] { self == .csvBOM ? ["--bom"] : names.map { "--" + $0 } }

    /// The variables of the environment, of which the first that is set counts.
    var variables: [String] { names.map { "EVIDENCE_" + $0.uppercased() } }
}
