/// What changed in an index: the pages that came, went and were replaced by others.
public struct ChangesResponse: Equatable, Sendable, JSONWritable, JSONReadable {
    /// What became of a page.
    public enum Kind: String, CaseIterable, Sendable {
        /// It came.
        case added
        /// It went.
        case removed
        /// Its text, its score or its rating is another.
        case changed
    }

    /// A value before and after; `nil` for none.
    public struct Step<Value: Equatable & Sendable>: Equatable, Sendable {
        /// The value before.
        public var from: Value?
        /// The value after.
        public var to: Value?

        /// A value before and after.
        public init(from: Value?, to: Value?) {
            self.from = from
            self.to = to
        }
    }

    /// How many paragraphs of a page came, went and stayed.
    public struct Paragraphs: Equatable, Sendable {
        /// Those whose text is new.
        public var added: Int
        /// Those whose text went.
        public var removed: Int
        /// Those whose text was there before.
        public var kept: Int

        /// Counts of paragraphs.
        public init(added: Int, removed: Int, kept: Int) {
            self.added = added
            self.removed = removed
            self.kept = kept
        }
    }

    /// A sentence that came, went or was worded anew.
    public struct Sentence: Equatable, Sendable {
        /// Its paragraph's id and its number there, `st-helens/safeguarding/25#2`; of one that went, those that it had.
        public var id: String
        /// Its text before; `nil` for one that came.
        public var from: String?
        /// Its text after; `nil` for one that went.
        public var to: String?

        /// A sentence before and after.
        public init(id: String, from: String?, to: String?) {
            self.id = id
            self.from = from
            self.to = to
        }
    }

    /// A change of one page.
    public struct Change: Equatable, Sendable {
        /// The generation that it came with.
        public var generation: Int
        /// When that was built: `2026-11-21T18:00:00Z`.
        public var when: String
        /// What became of the page.
        public var kind: Kind
        /// The beginning of its paragraphs' ids: `st-helens/2025-05/safeguarding`.
        public var page: String
        /// The authority's slug.
        public var authority: String
        /// The statement's slug.
        public var statement: String
        /// The month of publication, if known.
        public var edition: String?
        /// The statement's score.
        public var score: Step<Int>
        /// The rating of the assessment that the page belongs to.
        public var rating: Step<String>
        /// How many of its paragraphs came, went and stayed.
        public var paragraphs: Paragraphs
        /// The sentences that came, went or were worded anew, in the page's order; of a page that came, none.
        public var sentences: [Sentence]

        /// A change with all its members.
        public init(
            generation: Int, when: String, kind: Kind, page: String, authority: String, statement: String,
            edition: String?, score: Step<Int>, rating: Step<String>, paragraphs: Paragraphs,
            sentences: [Sentence]
        ) {
            self.generation = generation
            self.when = when
            self.kind = kind
            self.page = page
            self.authority = authority
            self.statement = statement
            self.edition = edition
            self.score = score
            self.rating = rating
            self.paragraphs = paragraphs
            self.sentences = sentences
        }
    }

    /// The changes, the newest first.
    public var changes: [Change]
    /// The index that answered.
    public var index: IndexDescription

    /// An answer with all its members.
    public init(changes: [Change], index: IndexDescription) {
        self.changes = changes
        self.index = index
    }
}
