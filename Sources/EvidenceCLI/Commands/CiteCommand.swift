import ArgumentParser
import Evidence

/// `evidence cite`: a paragraph's citation, for papers and their reference lists.
struct CiteCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "cite", _superCommandName: "evidence",
        abstract: "Cite paragraphs: council, statement, score, who said it, and which index says so.",
        usage: "evidence cite <id> … [options]",
        discussion: """
            A pilot's score is cited as indicative. If you give an id with its fingerprint (@ and 8 hex \
            digits), the command says if the text has changed since.

            EXAMPLES:
              evidence cite st-helens/safeguarding/25
              evidence cite --style md --quote st-helens/safeguarding/25
              evidence search --ids 'carers assessments' | xargs evidence cite --style bibtex

            \(ExitStatus.help)
            """)

    enum Style: String, CaseIterable, ExpressibleByArgument {
        case text, md, bibtex
        case cslJSON = "csl-json"
    }

    @Argument(
        help: "The paragraphs' ids, as a search prints them; with @ and a fingerprint to check the text.",
        transform: { try ParagraphID($0) })
    var ids: [ParagraphID]

    @Option(help: "The form of the citation.")
    var style: Style = .text

    @Flag(help: "With text and md: quote the paragraph before its citation.")
    var quote = false

    @OptionGroup(title: "DAEMON") var connection: ConnectionOptions

    func answer() throws -> Int32 {
        let lookup = Lookup(client: try connection.client())
        var citations: [Citation] = []
        for id in ids {
            guard let response = try lookup.paragraph(id, context: nil) else { continue }
            citations.append(Citation(hit: response.paragraph, index: response.index))
        }
        guard !citations.isEmpty else { return ExitStatus.nothing }
        try write(citations)
        return citations.count == ids.count ? ExitStatus.done : ExitStatus.partial
    }

    private func write(_ citations: [Citation]) throws {
        switch style {
        case .text:
            let texts = citations.map { quote ? $0.quotedText : $0.text }
            try Output.answer(texts.joined(separator: quote ? "\n\n" : "\n") + "\n")
        case .md:
            let texts = citations.map { quote ? $0.quotation : $0.markdown + "\n" }
            try Output.answer(texts.joined(separator: "\n"))
        case .bibtex: try Output.answer(citations.map(\.bibtex).joined(separator: "\n"))
        case .cslJSON: try Output.answer(Citation.csl(citations))
        }
    }
}
