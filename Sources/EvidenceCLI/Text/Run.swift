import Evidence

/// The look of a piece of text.
enum Style {
    case plain, strong, dim, match, source, because, bar, notice, problem
    /// A mark around text that reads from right to left, for terminals only.
    case isolation

    /// The parameters of ECMA-48's SGR, of the sixteen colours only, which follow the user's theme.
    var code: String? {
        switch self {
        case .plain, .isolation: nil
        case .strong: "1"
        case .dim: "2"
        case .match: "1;31"
        case .source: "36"
        case .because: "4"
        case .bar: "34"
        case .notice: "33"
        case .problem: "1;31"
        }
    }
}

/// A piece of text in one style, with nothing in it that controls the terminal.
struct Run {
    /// The text without control characters.
    private(set) var text: String
    let style: Style

    /// Every text from a page or a name comes in here, so none reaches a terminal as a command to it.
    init(_ text: some StringProtocol, _ style: Style = .plain) {
        self.text = text.printable
        self.style = style
    }

    var width: Int { displayWidth(text) }

    /// A part of a piece's text, which is safe as the whole is.
    init(part text: Substring, _ style: Style) { self.init(safe: String(text), style) }

    /// Adds a part of another piece that looks the same.
    mutating func append(_ part: Substring) { text.append(contentsOf: part) }

    /// A Left-to-Right or a Right-to-Left Isolate (UAX #9).
    static func isolate(isRightToLeft: Bool) -> Run {
        Run(safe: isRightToLeft ? "\u{2067}" : "\u{2066}", .isolation)
    }

    /// The end of either.
    static let endOfIsolate = Run(safe: "\u{2069}", .isolation)

    private init(safe text: String, _ style: Style) {
        self.text = text
        self.style = style
    }
}
