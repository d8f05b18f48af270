extension Line {
    /// The line broken at spaces into lines of at most so many columns; only a longer word is broken itself.
    func wrapped(to width: Int) -> [Line] {
        var lines: [Line] = []
        var line = Line()
        var columns = 0
        var rest = parts[...]
        while let first = rest.first {
            let end = rest.dropFirst().firstIndex(where: \.beginsWord) ?? rest.endIndex
            let word = rest[..<end]
            let more = word.reduce(0) { $0 + $1.columns }
            guard more <= max(width, 1) || word.isCharacter else {
                rest = word.broken(to: max(width, 1)) + rest[end...]
                continue
            }
            if !line.runs.isEmpty, columns + 1 + more <= width {
                // The space has the look of the two words beside it if they look the same.
                line.append(" ", line.runs.last?.style == first.style ? first.style : .plain)
                columns += 1
            } else if !line.runs.isEmpty {
                lines.append(line)
                line = Line()
                columns = 0
            }
            for part in word { line.append(part.text, part.style) }
            columns += more
            rest = rest[end...]
        }
        if !line.runs.isEmpty { lines.append(line) }
        guard hasRightToLeft else { return lines }
        return lines.map { $0.isolated(isRightToLeft: isRightToLeft) }
    }

    /// The words, each in one part, or in several if its style changes.
    private var parts: [Part] {
        var parts: [Part] = []
        var beginsWord = true
        for run in runs {
            // By bytes, because looking for characters would take longer than the rest.
            let texts = run.text.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
            for (index, text) in texts.enumerated() {
                if index > 0 { beginsWord = true }
                guard !text.isEmpty else { continue }
                parts.append(Part(text: Substring(text), style: run.style, beginsWord: beginsWord))
                beginsWord = false
            }
        }
        return parts
    }
}

/// A word, or a part of it in one style.
private struct Part {
    var text: Substring
    var style: Style
    var beginsWord: Bool
    var columns: Int

    init(text: Substring, style: Style, beginsWord: Bool) {
        self.text = text
        self.style = style
        self.beginsWord = beginsWord
        columns = displayWidth(text)
    }
}

extension ArraySlice<Part> {
    fileprivate var isCharacter: Bool { count == 1 && self[startIndex].text.dropFirst().isEmpty }

    /// A word, such as an address or a Chinese sentence, in words of at most so many columns.
    fileprivate func broken(to width: Int) -> ArraySlice<Part> {
        var parts: ArraySlice<Part> = []
        var columns = 0
        for part in self {
            for index in part.text.indices {
                var character = Part(
                    text: part.text[index...index], style: part.style, beginsWord: parts.isEmpty)
                columns += character.columns
                if columns > width {
                    character.beginsWord = true
                    columns = character.columns
                }
                parts.append(character)
            }
        }
        return parts
    }
}
