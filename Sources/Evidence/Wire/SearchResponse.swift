/// The answer to a search.
public struct SearchResponse: Equatable, Sendable {
    /// The query, as it was understood.
    public struct Asked: Equatable, Sendable {
        /// The query as it was typed.
        public var text: String
        /// One plain English line.
        public var understood: String
        /// A word that is in no paragraph, and the word searched instead.
        public var corrected: Correction?
        /// The paragraphs that the answer is of: those with all of the words, or with some.
        public var match: Match
        /// The synonyms of the words typed, which were searched as well.
        public var synonyms: [String]
        /// True if it was taken as a question: the best matches come first, even without some of the words.
        public var isQuestion: Bool

        /// The query, with all its members.
        public init(
            text: String, understood: String, corrected: Correction?, match: Match, synonyms: [String] = [],
            isQuestion: Bool = false
        ) {
            self.text = text
            self.understood = understood
            self.corrected = corrected
            self.match = match
            self.synonyms = synonyms
            self.isQuestion = isQuestion
        }
    }

    /// The paragraphs that an answer is of.
    public enum Match: String, Sendable {
        /// Those with all the words, or a query of filters alone.
        case all
        /// Those with all the words first, then those with some.
        case some
    }

    /// A query that was searched instead of the one typed.
    public struct Correction: Equatable, Sendable {
        /// The words as typed.
        public var from: String
        /// The words searched.
        public var to: String

        /// A correction of one text to another.
        public init(from: String, to: String) {
            self.from = from
            self.to = to
        }
    }

    /// How much was found.
    public struct Total: Equatable, Sendable {
        /// How many paragraphs the answer is of.
        public var n: Int
        /// How many of them hold all the words.
        public var allWords: Int
        /// How many paragraphs the index holds.
        public var of: Int
        /// True if the counts are exact.
        public var isExact: Bool

        /// The counts of an answer.
        public init(n: Int, allWords: Int, of: Int, isExact: Bool = true) {
            self.n = n
            self.allWords = allWords
            self.of = of
            self.isExact = isExact
        }
    }

    /// The query.
    public var query: Asked
    /// How much was found.
    public var total: Total
    /// The page of hits that was asked for.
    public var hits: [Hit]
    /// The facets that were asked for.
    public var facets: [Facet]
    /// The paragraphs by two facets at once, if asked for.
    public var cross: CrossTable?
    /// Things to try if little or nothing was found.
    public var suggestions: [Suggestion]
    /// The index that answered.
    public var index: IndexDescription

    /// An answer with all its members.
    public init(
        query: Asked, total: Total, hits: [Hit], facets: [Facet], cross: CrossTable? = nil,
        suggestions: [Suggestion], index: IndexDescription
    ) {
        self.query = query
        self.total = total
        self.hits = hits
        self.facets = facets
        self.cross = cross
        self.suggestions = suggestions
        self.index = index
    }
}

/// Something to try instead.
public struct Suggestion: Equatable, Sendable {
    /// One sentence.
    public var message: String
    /// The parameter to leave out or change, or `q`.
    public var parameter: String
    /// Its present value.
    public var value: String
    /// The value to write instead; `nil` to leave the parameter out.
    public var instead: String?
    /// The number of paragraphs that would find, if it was counted.
    public var n: Int?

    /// A suggestion with all its members.
    public init(message: String, parameter: String, value: String, instead: String?, n: Int?) {
        self.message = message
        self.parameter = parameter
        self.value = value
        self.instead = instead
        self.n = n
    }
}

/// Which index answered.
public struct IndexDescription: Equatable, Sendable {
    /// The index's identity, kept from generation to generation.
    public var uuid: String
    /// The generation's number.
    public var generation: Int
    /// When the generation was built: `2026-11-21T18:00:00Z`.
    public var built: String
    /// How many paragraphs it holds.
    public var paragraphs: Int
    /// How many pages it holds.
    public var pages: Int

    /// A description with all its members.
    public init(uuid: String, generation: Int, built: String, paragraphs: Int, pages: Int) {
        self.uuid = uuid
        self.generation = generation
        self.built = built
        self.paragraphs = paragraphs
        self.pages = pages
    }
}
