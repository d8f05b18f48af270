import ArgumentParser
import Evidence

/// `evidence features`: what this version can do, so that scripts can check before they rely on it.
struct FeaturesCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "features", _superCommandName: "evidence",
        abstract: "Show what this version can do: schemas, commands, formats, fields.",
        discussion: ExitStatus.help)

    @OptionGroup(title: "OUTPUT") var output: OutputOptions

    private static let lists: [(name: String, values: [String])] = [
        ("schemas", [WireSchema.current]),
        ("commands", EvidenceCommand.configuration.subcommands.compactMap { $0.configuration.commandName }),
        ("formats", Format.allCases.map(\.rawValue)),
        ("fields", HitField.allCases.map(\.rawValue)),
        ("facets", FacetField.allCases.map(\.rawValue)),
        ("sources", SourceGroup.allCases.map(\.rawValue)),
        ("filters", FilterField.allCases.map(\.rawValue)),
        ("citation_styles", CiteCommand.Style.allCases.map(\.rawValue)),
        ("settings", Setting.allCases.map(\.rawValue)),
    ]

    func answer() throws -> Int32 {
        let printing = try output.printing(among: [.text, .json])
        try printing.write(json: json) { lines(width: printing.terminal.width) }
        return ExitStatus.done
    }

    private var json: [UInt8] {
        var writer = JSONWriter()
        writer.object { json in
            json.name("schema"); json.value(WireSchema.current)
            json.name("version"); json.value(EvidenceVersion.current)
            for list in Self.lists {
                json.member(list.name)
                json.array(list.values) { $0.value($1) }
            }
        }
        return writer.bytes
    }

    private func lines(width: Int) -> [Line] {
        let lists = [("version", [EvidenceVersion.current])] + Self.lists
        return lists.flatMap { name, values in
            Line(values.joined(separator: ", ")).wrapped(to: width - 17)
                .indented(by: 17, first: Line(name.replacing("_", with: " "), .strong))
        }
    }
}
