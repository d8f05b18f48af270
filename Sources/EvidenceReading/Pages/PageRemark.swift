public import Evidence

/// What a page states in a way that was read with a doubt, or not understood.
public struct PageRemark: Equatable, Sendable {
    /// What it is about.
    public enum Matter: Equatable, Sendable {
        /// A line with a date that isn't one.
        case date(String)
        /// A line with the label of a score and no score of 1 to 4, or a rating that isn't one.
        case score(String)
        /// The name above a score, which is no statement's.
        case statement(String)
        /// Two lines that state different scores; the first holds.
        case contradiction(Int, String)
        /// A summary's rating isn't that of its own scores.
        case rating(stated: Rating, computed: Rating, percentage: Int)
        /// A summary's percentage isn't that of its own scores.
        case percentage(stated: Int, computed: Int)
        /// A line of which it can't be told whether its paragraph goes on in the next.
        case broken
        /// A word that was parted at a line's end, and may have a hyphen of its own.
        case hyphen(String)
        /// A figure that stands by itself, and is left out.
        case figure(String)
        /// A paragraph that was too long, and was split.
        case split
    }

    /// The line, from 1.
    public let line: Int
    /// What is remarked.
    public let matter: Matter

    /// A remark on a line.
    public init(line: Int, _ matter: Matter) {
        self.line = line
        self.matter = matter
    }

    /// True if the page gives a fact or a text that wasn't understood.
    public var isFault: Bool {
        switch matter {
        case .date, .score, .statement, .broken, .hyphen: true
        case .contradiction, .rating, .percentage, .figure, .split: false
        }
    }
}

extension PageRemark: CustomStringConvertible {
    /// One clause for the person who saved the page.
    public var description: String {
        switch matter {
        case .date(let text): "the date of line \(line) isn't understood: “\(Self.short(text))”"
        case .score(let text): "the score of line \(line) isn't understood: “\(Self.short(text))”"
        case .statement(let text):
            "line \(line), above a score, names no quality statement that is known: “\(Self.short(text))”"
        case .contradiction(let score, let text):
            "line \(line) contradicts the score \(score) above it, which is taken: “\(Self.short(text))”"
        case .rating(let stated, let computed, let percentage):
            "line \(line) states the rating \(stated.label), but its own scores make \(percentage)%, \(computed.label)"
        case .percentage(let stated, let computed):
            "line \(line) states \(stated)%, but its own scores make \(computed)%"
        case .broken:
            "it can't be told whether the paragraph of line \(line) goes on in the next line; "
                + "save the page with a paragraph in each line"
        case .hyphen(let word): "it can't be told whether “\(word)” at the end of line \(line) has its hyphen"
        case .figure(let text): "line \(line) is left out, a figure without words: “\(Self.short(text))”"
        case .split:
            "the paragraph of line \(line) has over \(Paragraph.longest >> 10) KiB and is split at its sentences"
        }
    }

    private static func short(_ text: String) -> String {
        text.count > 60 ? text.prefix(59).trimmingSuffix(while: \.isWhitespace) + "…" : text
    }
}
