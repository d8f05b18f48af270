/// A command's discussion: paragraphs, then sections under headings such as `EXAMPLES:`.
struct Discussion {
    /// A section under its heading, as lines of roff.
    typealias Section = (title: String, lines: [String])

    var description: [String] = []
    var sections: [Section] = []

    init(_ text: String) {
        var isLiteral = false
        func close() -> [String] { isLiteral ? [".Ed"] : [] }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasSuffix(":"), line.allSatisfy({ $0.isUppercase || $0 == " " || $0 == ":" }) {
                append(close())
                isLiteral = false
                sections.append((String(line.dropLast()), []))
            } else if sections.isEmpty, !line.hasPrefix("  "), !isLiteral {
                if !line.isEmpty { description.append(line) }
            } else if !line.isEmpty {
                // Indented lines are shown as they are typed.
                if line.hasPrefix("  ") != isLiteral {
                    append(isLiteral ? [".Ed"] : [".Bd -literal"])
                    isLiteral.toggle()
                }
                append([isLiteral ? Roff.line(String(line.dropFirst(2))) : Roff.line(line)])
            }
        }
        append(close())
    }

    /// Adds lines to the section that is being read.
    private mutating func append(_ lines: [String]) {
        guard !lines.isEmpty else { return }
        if sections.isEmpty { sections.append(("SETTINGS", [])) }
        sections[sections.count - 1].lines += lines
    }
}
