/// Text as Markdown shows it unchanged.
enum Markdown {
    /// The text with a backslash before each character that Markdown would read as a sign.
    static func escaped(_ text: some StringProtocol) -> String {
        var result: [UInt8] = []
        for byte in text.utf8 {
            if "\\`*_[]<>|#".utf8.contains(byte) { result.append(UInt8(ascii: "\\")) }
            result.append("\n\r\t".utf8.contains(byte) ? UInt8(ascii: " ") : byte)
        }
        return String(decoding: result, as: UTF8.self)
    }
}
