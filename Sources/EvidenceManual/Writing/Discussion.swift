/// A command's discussion: paragraphs, then sections under headings such as `EXAMPLES:`.
struct Discussion {
    var description: [String] = []
    /// Each section's heading and its lines of roff.
    var sections: [(title: String, lines: [String])] = []

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
                // What is indented is shown as it is typed.
                if line.hasPrefix("  ") != isLiteral {
                    append(isLiteral ? [".Ed"] : [".Bd -literal"])
                    isLiteral.toggle()
                }
                append([isLiteral ? Roff.line(String(line.dropFirst(2))) : Roff.line(line)])
            }
        }
        append(close())
    }

    /// Lines go where the text has got to.
    private mutating func append(_ lines: [String]) {
        guard !lines.isEmpty else { return }
        if sections.isEmpty { sections.append(("SETTINGS", [])) }
        sections[sections.count - 1].lines += lines
    }
}
