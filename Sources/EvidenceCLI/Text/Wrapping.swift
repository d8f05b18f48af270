extension Line {
    /// The line broken at spaces into lines of at most so many columns; a longer word is broken where it must.
    func wrapped(to width: Int) -> [Line] {
        var lines: [Line] = []
        var line = Line()
        for word in words.flatMap({ $0.pieces(of: max(width, 1)) }) {
            if line.runs.isEmpty {
                line = word
            } else if line.width + 1 + word.width <= width {
                line.append(word: word)
            } else {
                lines.append(line)
                line = word
            }
        }
        if !line.runs.isEmpty { lines.append(line) }
        guard hasRightToLeft else { return lines }
        return lines.map { $0.isolated(isRightToLeft: isRightToLeft) }
    }

    /// Adds a word behind a space, which looks as the words do where both look the same.
    private mutating func append(word: Line) {
        let styles = (runs.last?.style, word.runs.first?.style)
        let space = styles.0 == styles.1 ? styles.0 ?? .plain : .plain
        self += Line(" ", space) + word
    }

    /// The words, each in one piece or, where its style changes, in several.
    private var words: [Line] {
        var words: [Line] = []
        var word = Line()
        for run in runs {
            for (index, piece) in run.text.split(separator: " ", omittingEmptySubsequences: false)
                .enumerated()
            {
                if index > 0, !word.runs.isEmpty {
                    words.append(word)
                    word = Line()
                }
                if !piece.isEmpty { word.runs.append(Run(piece, run.style)) }
            }
        }
        return word.runs.isEmpty ? words : words + [word]
    }

    /// A word in parts of at most so many columns: text without spaces, as Chinese is, or an address.
    private func pieces(of width: Int) -> [Line] {
        guard self.width > width else { return [self] }
        var pieces = [Line()]
        for run in runs {
            for character in run.text {
                let piece = Line(String(character), run.style)
                if pieces[pieces.count - 1].width + piece.width > width { pieces.append(Line()) }
                pieces[pieces.count - 1] += piece
            }
        }
        return pieces
    }
}
