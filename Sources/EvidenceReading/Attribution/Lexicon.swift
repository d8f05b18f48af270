public import Evidence

/// The words that say who said it, as `index/speakers.yaml` lists them.
///
/// Entries are phrases in a small language, which `Phrase` reads: `a|b` is a choice of words, `..` up to
/// four words of any kind, and what follows `unless` must not come next.
public struct Lexicon: Codable, Equatable, Sendable {
    /// The kind of a source, which decides how it speaks: a group tells us, data show, a strategy sets out.
    public enum Kind: String, Codable, Sendable {
        /// People of one of the groups.
        case voice
        /// The local authority itself.
        case authority
        /// A survey or a body of statistics with a name.
        case data
        /// A strategy, plan, policy or report.
        case document
        /// Figures whose owner stands beside them: "data provided by…", "performance data".
        case figures
        /// Feedback, views, experiences: they speak only for the group that stands beside them.
        case feedback
    }

    /// Nouns that name sources of one kind.
    public struct Source: Codable, Equatable, Sendable {
        /// The kind of all of them.
        public let kind: Kind
        /// The group that they stand for; none for feedback, which stands for the group named beside it.
        public let group: SourceGroup?
        /// The nouns, in every number in which they occur.
        public let nouns: [String]
    }

    /// The ways in which one or more kinds of source speak.
    public struct Predicates: Codable, Equatable, Sendable {
        /// The kinds that speak so.
        public let kinds: [Kind]
        /// Verbs of somebody who speaks to us; they count wherever they stand.
        public let speech: [String]
        /// Verbs that others may also tell; they count unless another source tells them.
        public let view: [String]?
        /// Verbs that speak behind "and", after a first verb that told us nothing; all verbs unless given.
        public let late: [String]?
    }

    /// Words that matter by their position in the sentence, not by their meaning.
    public struct Grammar: Codable, Equatable, Sendable {
        /// Words that a noun phrase may begin with, quantities among them.
        public let modifiers: [String]
        /// Words that turn a noun into a part: "a number of", "representatives from".
        public let quantities: [String]
        /// Words after which a noun is no subject.
        public let prepositions: [String]
        /// Words that join nouns or clauses.
        public let conjunctions: [String]
        /// Words that begin a clause with a subject of its own.
        public let subordinators: [String]
        /// Words that begin a relative clause.
        public let relatives: [String]
        /// Subjects that name nobody we look for.
        public let pronouns: [String]
        /// Subjects that stand for the source of the sentence before.
        public let backward: [String]
        /// Adverbs that don't end in "ly".
        public let adverbs: [String]
        /// Forms of "have", which may stand before any verb.
        public let perfect: [String]
        /// Forms of "be" and the modal verbs.
        public let auxiliaries: [String]
        /// Past forms that don't end in "ed".
        public let pasts: [String]
        /// Forms in "ed" that follow a noun as its description.
        public let participles: [String]
        /// Words that open an aside behind a comma: "including".
        public let asides: [String]
        /// Words before a subject that make its feeling an aim or a condition.
        public let hindrances: [String]
        /// Words before a subject that tell what it was asked.
        public let questions: [String]
        /// Words that end what an earlier source told us.
        public let contrasts: [String]
    }

    /// Constructions in which the source is no subject; each ends where the source begins.
    public struct Constructions: Codable, Equatable, Sendable {
        /// "according to", before any source.
        public let according: [String]
        /// "we heard from", before a group.
        public let heard: [String]
        /// "was seen by", before a group.
        public let by: [String]
        /// "was reflected in", before data.
        public let evidenced: [String]
        /// "a feeling among", before a group.
        public let among: [String]
        /// "as set out in", before a document or data.
        public let writtenIn: [String]
        /// "set out", of the authority in a sentence that names a document: "In its plan, the council set out".
        public let writes: [String]
        /// "we spoke to", of a group: "people we spoke to didn’t know".
        public let meetings: [String]
        /// "describing", in "with staff describing".
        public let participles: [String]
        /// "said", in "…, said one carer".
        public let inverted: [String]
        /// "main area of", before the possessive of a group: "people’s concerns".
        public let concerns: [String]
    }

    /// The sources.
    public let sources: [Source]
    /// Phrases that hold a noun of a source and name none.
    public let ignored: [String]
    /// The ways in which the sources speak.
    public let predicates: [Predicates]
    /// Constructions in which the source is no subject.
    public let constructions: Constructions
    /// Words beside data without an owner that tell of the whole country.
    public let national: [String]
    /// The small words.
    public let grammar: Grammar
}
