import ArgumentParser
import Evidence

/// `evidence show`: one paragraph whole, with who said each sentence.
struct ShowCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", _superCommandName: "evidence",
        abstract: "Show a paragraph whole, sentence by sentence with who said it.",
        discussion: """
            EXAMPLES:
              evidence show st-helens/safeguarding/25
              evidence show st-helens/safeguarding/25 --context 1
              evidence show st-helens/safeguarding/25@9f2c01ab    says if the text has changed since

            \(ExitStatus.help)
            """)

    @Argument(
        help: "The paragraph's id, as a search prints it; with @ and its fingerprint to check the text.",
        transform: { try ParagraphID($0) })
    var id: ParagraphID

    @Option(name: [.long, .customShort("C")], help: "How many paragraphs before and after it.")
    var context: Int?

    @OptionGroup(title: "OUTPUT") var output: OutputOptions
    @OptionGroup(title: "DAEMON") var connection: ConnectionOptions

    func answer() throws -> Int32 {
        let printing = try output.printing(among: [.text, .json])
        let client = try connection.client()
        let parameters = context.map { [(name: "context", value: "\($0)")] } ?? []
        let body = try client.body(of: Target(path: "/v1/paragraphs/\(id.path)", parameters: parameters))
        let response = try client.decode(body, as: ParagraphResponse.self)
        let terminal = printing.terminal
        try printing.write(json: body) {
            ParagraphText(response: response, width: terminal.width, underlines: terminal.hasColour).lines
        }
        id.noticeEdition(of: response)
        id.noticeChange(of: response.paragraph)
        return ExitStatus.done
    }
}
