import ArgumentParser
import Evidence

/// `evidence list`: what is in the index.
struct ListCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", _superCommandName: "evidence",
        abstract: "List what is in the index, with counts: councils, statements, sources, pages.",
        usage: "evidence list <what> [options]",
        discussion: """
            EXAMPLES:
              evidence list authorities
              evidence list pages --council st-helens --format csv
              evidence list statements --score 1..2

            \(ExitStatus.help)
            """)

    enum What: String, CaseIterable, ExpressibleByArgument {
        case authorities, councils, statements, sources, themes, sections, pages
    }

    @Argument(help: "authorities (or councils), statements, sources, themes, sections or pages.")
    var what: What

    @OptionGroup(title: "FILTERS") var filters: PageFilterOptions
    @OptionGroup(title: "OUTPUT") var output: OutputOptions
    @OptionGroup(title: "DAEMON") var connection: ConnectionOptions

    func answer() throws -> Int32 {
        let printing = try output.printing(among: Format.allCases)
        let listing = Listing(client: try connection.client(), filters: filters.parameters)
        let table = try table(of: listing)
        try printing.write(table) {
            text(of: table, width: printing.terminal.width).lines(width: printing.terminal.width)
        }
        return table.rows.isEmpty ? ExitStatus.nothing : ExitStatus.done
    }

    private func table(of listing: Listing) throws -> Table {
        switch what {
        case .authorities, .councils: try listing.authorities()
        case .statements: try listing.statements()
        case .sources: try listing.facet(.saidBy, as: "sources")
        case .themes: try listing.facet(.theme, as: "themes")
        case .sections: try listing.facet(.section, as: "sections")
        case .pages: try listing.pages()
        }
    }

    /// The columns for people, as many as the screen has room for, because an id or a slug is never cut.
    private func text(of table: Table, width: Int) -> TextTable {
        let isWide = width >= 120
        let wanted =
            switch what {
            case .pages where isWide: ["id", "score", "published", "paragraphs", "path"]
            case .pages: ["id", "score", "paragraphs"]
            case .statements where !isWide: ["statement", "pages", "paragraphs"]
            default: table.columns
            }
        let rows = table.rows.map { row in
            let cells = Dictionary(zip(table.columns, row)) { $1 }
            return wanted.map { column in
                let cell = cells[column] ?? .none
                guard column == "score", case .number(let score) = cell else { return cell }
                return cells["indicative"] == .truth(true) ? .text("\(score) indicative") : cell
            }
        }
        return TextTable(headings: wanted, rows: rows)
    }
}
