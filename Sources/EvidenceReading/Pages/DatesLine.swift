internal import Evidence

/// The line under a title, `Published: 17 May 2024 Page last updated: 17 May 2024`, one half of it, or a date alone.
struct DatesLine: Equatable {
    /// What a label says of the date behind it.
    enum Label: Equatable { case published, updated }

    private(set) var published: PublicationDate?
    private(set) var updated: PublicationDate?
    /// The date of a line that has no label.
    private(set) var unlabelled: PublicationDate?
    /// The label at the line's end, whose date is in the next line.
    private(set) var open: Label?
    /// False if a label is there and what stands behind it is no date.
    private(set) var isRead = true

    /// Reads a line; `nil` if it is a sentence, as "Published in May 2024 the strategy had 3 aims" is.
    init?(_ text: String) {
        var words = DateWords(text)
        guard words.words.count <= Self.longest else { return nil }
        if let date = words.takeDate(), words.isEmpty {
            unlabelled = date
            return
        }
        words = DateWords(text)
        guard let count = Self.takeLabel(from: &words)?.count else { return nil }
        let hasColon = Self.hasColon(text, after: count)
        let body = words
        words = DateWords(text)
        while let label = Self.takeLabel(from: &words)?.label { read(label, &words) }
        if words.isEmpty, published ?? updated != nil { return }
        if open != nil {
            if hasColon || Self.openings.contains(DateWords(text).words[0]) { return } else { return nil }
        }
        isRead = !body.hasNumber
        guard hasColon || !isRead && body.words.count <= 4 && !text.hasSuffix(".") else { return nil }
    }

    private mutating func read(_ label: Label, _ words: inout DateWords) {
        guard !words.isEmpty else {
            open = label
            return
        }
        switch (words.takeDate(), label) {
        case (let date?, .published): published = published ?? date
        case (let date?, .updated): updated = updated ?? date
        case (nil, _):
            // A date that can't be read ends at the next label.
            let next = words.words.firstIndex { Self.cores.keys.contains($0) || $0 == "page" || $0 == "last" }
            let end = next ?? words.words.endIndex
            isRead = isRead && !words.words[..<end].contains { $0.first?.isNumber == true }
            words.words = words.words[end...]
        }
    }

    /// The longest such line has twice six words of a label and four of a date.
    private static let longest = 30

    /// Takes `Published on`, `Date of publication`, `Page last updated` or the like off the front.
    private static func takeLabel(from words: inout DateWords) -> (label: Label, count: Int)? {
        var rest = words
        rest.skip([
            "assessment", "content", "date", "first", "last", "of", "originally", "page", "report", "this",
            "was",
        ])
        guard let word = rest.words.popFirst(), let label = cores[word] else { return nil }
        rest.skip(["date", "on"])
        defer { words = rest }
        return (label, words.words.count - rest.words.count)
    }

    private static let cores: [Substring: Label] = [
        "published": .published, "publication": .published, "updated": .updated, "modified": .updated,
        "reviewed": .updated,
    ]

    /// The first word of a label that needs no colon to end a line: "This was reviewed" is none.
    private static let openings: Set<Substring> = [
        "date", "last", "page", "publication", "published", "updated",
    ]

    /// Returns true if a colon stands behind so many words.
    private static func hasColon(_ text: String, after count: Int) -> Bool {
        let label = text.prefix { $0 != ":" }
        return label.endIndex < text.endIndex && DateWords(String(label)).words.count == count
    }
}
