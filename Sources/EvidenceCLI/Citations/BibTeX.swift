import Evidence

extension Citation {
    /// An entry of a BibTeX file.
    ///
    /// It is a `@techreport` because only BibLaTeX has `@online` and `urldate`. The note holds the facts that have no
    /// field.
    var bibtex: String {
        let date = (hit.published ?? "").split(separator: "-")
        let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        let month =
            date.count > 1
            ? Int(date[1]).flatMap { months.indices.contains($0 - 1) ? months[$0 - 1] : nil } : nil
        let fields: [(String, String?)] = [
            ("author", "{{\(Self.publisher)}}"),
            ("title", "{\(Self.escaped(title))}"),
            ("institution", "{\(Self.publisher)}"),
            ("type", "{Local authority assessment}"),
            ("year", date.first.map { "{\($0)}" }),
            ("month", month),
            ("url", hit.url.map { "{\(Self.address($0))}" }),
            ("note", "{\(Self.escaped(note)).}"),
        ]
        let lines = fields.compactMap { name, value in value.map { "  \(name) = \($0)" } }
        return "@techreport{\(key),\n\(lines.joined(separator: ",\n"))\n}\n"
    }

    /// The id with hyphens for slashes, which a key may not hold.
    var key: String { hit.id.replacing("/", with: "-") }

    /// The facts for which neither BibTeX nor CSL has a field.
    var note: String {
        let parts = [score, section, said, provenance, Self.licence].compactMap(\.self)
        // The part that begins with an id keeps its small letter.
        return parts.map { $0 == provenance ? $0 : $0.prefix(1).uppercased() + $0.dropFirst() }
            .joined(separator: ". ")
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text.printable {
            switch character {
            case "\\": result += "\\textbackslash{}"
            case "~": result += "\\textasciitilde{}"
            case "^": result += "\\textasciicircum{}"
            case "&", "%", "$", "#", "_", "{", "}": result += "\\\(character)"
            case "“": result += "``"
            case "”": result += "''"
            default: result.append(character)
            }
        }
        return result
    }

    /// An address with the characters that would end a field as percent signs and hex digits.
    private static func address(_ url: String) -> String {
        url.printable.replacing("{", with: "%7B").replacing("}", with: "%7D").replacing("\\", with: "%5C")
    }
}
