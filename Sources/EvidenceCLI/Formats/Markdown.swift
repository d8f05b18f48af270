import Evidence

/// Text as Markdown shows it unchanged.
enum Markdown {
    /// The text with a backslash before each character that Markdown would read as a sign.
    static func escaped(_ text: some StringProtocol) -> String {
        var result: [UInt8] = []
        for byte in text.printable.utf8 {
            if "\\`*_[]<>|#&~".utf8.contains(byte) { result.append(UInt8(ascii: "\\")) }
            result.append(byte)
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// A row of a table.
    static func row(_ cells: [String]) -> String {
        "| " + cells.map { escaped($0) }.joined(separator: " | ") + " |\n"
    }

    /// An address as a link, with whatever would end it in percent signs.
    static func link(_ address: String) -> String {
        "<"
            + address.printable.replacing("<", with: "%3C").replacing(">", with: "%3E").replacing(
                " ", with: "%20")
            + ">"
    }
}
