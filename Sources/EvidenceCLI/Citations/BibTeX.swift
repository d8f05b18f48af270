import Evidence

extension Citation {
    /// An entry of a BibTeX file.
    ///
    /// `@techreport` because BibTeX's `@online` and `urldate` are BibLaTeX's alone; what it has no field for
    /// stands in the note.
    var bibtex: String {
        let fields: [(String, String?)] = [
            ("author", "{{\(Self.publisher)}}"),
            ("title", "{\(Self.escaped(title))}"),
            ("institution", "{\(Self.publisher)}"),
            ("type", "{Local authority assessment}"),
            ("year", date.map { "{\($0.numbers[0])}" }),
            ("month", date?.monthName.prefix(3).lowercased()),
            ("url", hit.url.map { "{\(Self.address($0))}" }),
            ("note", "{\(Self.escaped(note)).}"),
        ]
        let lines = fields.compactMap { name, value in value.map { "  \(name) = \($0)" } }
        return "@techreport{\(key),\n\(lines.joined(separator: ",\n"))\n}\n"
    }

    /// The id without slashes, which no key may hold.
    var key: String { hit.id.replacing("/", with: "-") }

    /// What neither BibTeX nor CSL has a field for.
    var note: String {
        let parts = [score, section, said, provenance, Self.licence].compactMap(\.self)
        // Ids are no words: theirs is the only part that keeps its small letter.
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

    /// An address as BibTeX can read it: what would end the field stands in percent signs.
    private static func address(_ url: String) -> String {
        url.printable.replacing("{", with: "%7B").replacing("}", with: "%7D").replacing("\\", with: "%5C")
    }
}
