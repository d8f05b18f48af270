/// A word of the query as the index holds it, with its bytes in the query.
public struct QueryWord: Equatable, Sendable {
    /// The word in its folded form, as `TextWord` has it.
    public let text: String
    /// The word as it was typed.
    public let typed: String
    /// The bytes of UTF-8 that it takes up in the query.
    public let at: Range<Int>

    /// A word that was typed at `at`.
    public init(text: String, typed: String, at: Range<Int>) {
        self.text = text
        self.typed = typed
        self.at = at
    }
}

/// A query as a tree of words and operators, without its filters.
public indirect enum QueryNode: Equatable, Sendable {
    /// A word, in any of its forms.
    case word(QueryWord)
    /// A hyphenated word: its parts in order, or all of them written as one.
    case compound([QueryWord], joined: QueryWord)
    /// Words in quotes: these forms in this order, stop words included.
    case phrase([QueryWord], at: Range<Int>)
    /// `reabl*`: any word that begins so.
    case wildcard(prefix: String, at: Range<Int>)
    /// `a NEAR b`: words at most `window` words apart, in any order.
    case near([QueryWord], window: Int)
    /// Words side by side: the only node that `match=auto` may relax, and only outside `+`, `-` and `NOT`.
    ///
    /// Relaxed, it asks for every required item, or else for at least one of the optional ones. A list of
    /// nothing but excluded items is every paragraph without them.
    case list([QueryItem])
    /// The words typed, or a synonym, which weighs less.
    case expanded(QueryNode, synonyms: [Synonym])
    /// Each of these.
    case and([QueryNode])
    /// At least one of these.
    case or([QueryNode])
    /// The first without the second.
    case andNot(QueryNode, QueryNode)
}

/// Another word, or several in order, for the words typed.
public struct Synonym: Hashable, Sendable {
    /// The words in their folded form, in order.
    public let words: [String]
    /// True of an abbreviation, which has no other forms.
    public let isAbbreviation: Bool

    /// The synonym as a thesaurus writes it: one word with a capital behind its first letter is an abbreviation.
    public init(_ text: String) {
        words = TextWord.words(of: text).map(\.text)
        isAbbreviation = words.count == 1 && text.dropFirst().contains(where: \.isUppercase)
    }
}

/// One of several things side by side.
public struct QueryItem: Equatable, Sendable {
    /// The signs that an item can have.
    public enum Presence: Sendable {
        /// Wanted: by all paragraphs or by some, as `match` says.
        case optional
        /// `+word`: wanted in every paragraph.
        case required
        /// `-word`: wanted in none.
        case excluded
    }

    /// The sign before it.
    public let presence: Presence
    /// The word, phrase or list.
    public let node: QueryNode

    /// An item of a list.
    public init(_ presence: Presence, _ node: QueryNode) {
        self.presence = presence
        self.node = node
    }
}

extension QueryNode {
    /// The synonyms in the tree, each once, in the order of the words that they stand for.
    public var synonyms: [String] {
        var found: [String] = []
        for text in allSynonyms where !found.contains(text) { found.append(text) }
        return found
    }

    private var allSynonyms: [String] {
        switch self {
        case .expanded(let typed, let synonyms):
            synonyms.map { $0.words.joined(separator: " ") } + typed.allSynonyms
        case .list(let items): items.flatMap(\.node.allSynonyms)
        case .and(let nodes), .or(let nodes): nodes.flatMap(\.allSynonyms)
        case .andNot(let wanted, _): wanted.allSynonyms
        case .word, .compound, .phrase, .wildcard, .near: []
        }
    }
}

extension QueryNode: CustomStringConvertible {
    /// The tree in the query language, every list and operator in brackets.
    public var description: String {
        switch self {
        case .word(let word): word.text
        case .compound(let parts, _): parts.map(\.text).joined(separator: "-")
        case .phrase(let words, _): "\"" + words.map(\.text).joined(separator: " ") + "\""
        case .wildcard(let prefix, _): prefix + "*"
        case .near(let words, let window): "(" + words.map(\.text).joined(separator: " NEAR/\(window) ") + ")"
        case .list(let items): "(" + items.map(\.description).joined(separator: " ") + ")"
        case .expanded(let typed, let synonyms):
            "(\(typed) ~ " + synonyms.map { $0.words.joined(separator: " ") }.joined(separator: ", ") + ")"
        case .and(let nodes): "(" + nodes.map(\.description).joined(separator: " AND ") + ")"
        case .or(let nodes): "(" + nodes.map(\.description).joined(separator: " OR ") + ")"
        case .andNot(let wanted, let unwanted): "(\(wanted) AND NOT \(unwanted))"
        }
    }
}

extension QueryItem: CustomStringConvertible {
    /// The item in the query language.
    public var description: String {
        switch presence {
        case .optional: node.description
        case .required: "+\(node)"
        case .excluded: "-\(node)"
        }
    }
}
