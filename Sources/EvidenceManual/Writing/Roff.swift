/// Text as roff takes it.
enum Roff {
    /// Text with nothing in it that roff would read as its own.
    static func plain(_ text: some StringProtocol) -> String {
        var result = ""
        for character in text {
            switch character {
            case "\\": result += "\\e"
            case "-": result += "\\-"
            case "'": result += "\\(aq"
            case "`": result += "\\(ga"
            case "~": result += "\\(ti"
            case "^": result += "\\(ha"
            default: result.append(character)
            }
        }
        return result
    }

    /// A line of text: one that begins with a dot is no request.
    static func line(_ text: some StringProtocol) -> String {
        let escaped = plain(text)
        return escaped.hasPrefix(".") ? "\\&" + escaped : escaped
    }

    /// A paragraph, each sentence on a line of its own, so that roff sees where one ends.
    static func paragraph(_ text: some StringProtocol) -> String {
        var lines = [""]
        for word in text.split(separator: " ") {
            let isNew = lines[lines.count - 1].hasSuffix(".") && word.first?.isUppercase ?? false
            if isNew { lines.append("") }
            lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
        }
        return lines.map(line).joined(separator: "\n")
    }
}
