public import Evidence

/// The words that say who said it, by class, as `index/speakers.yaml` lists them.
///
/// Nouns and verbs of each class combine in every position of a sentence; the positions are code. Entries are phrases
/// in a small language, which `Phrase` reads: `a|b` is a choice of words, `..` up to four words of any kind, and what
/// follows `unless` must not come next.
public struct Lexicon: Codable, Equatable, Sendable {
    /// The class of a noun, which decides how it speaks: a group tells us, data show, a strategy sets out.
    public enum Kind: String, Codable, Sendable {
        /// People of one of the groups.
        case voice
        /// The local authority itself.
        case authority
        /// What voices give: feedback, views, concerns. It speaks only for the group that stands beside it.
        case account
        /// A survey or a body of statistics with a name.
        case data
        /// Figures whose owner stands beside them: "data provided by…", "performance data".
        case figures
        /// A strategy, plan, policy or report.
        case document
        /// What a document or a survey holds: aims, actions. It speaks only for the document beside it.
        case part
    }

    /// Nouns that name sources of one kind.
    public struct Source: Codable, Equatable, Sendable {
        /// The kind of all of them.
        public let kind: Kind
        /// The group that they stand for; none for accounts and parts, which stand for the owner beside them.
        public let group: SourceGroup?
        /// The nouns, in every number in which they occur.
        public let nouns: [String]
    }

    /// Verbs by class, each as its base, or as "see saw seen" if it is irregular.
    public struct Verbs: Codable, Equatable, Sendable {
        /// Voices say something.
        public let speech: [String]
        /// Voices hold an opinion.
        public let stance: [String]
        /// Voices receive something well or badly: an opinion only behind "well" and the like.
        public let reception: [String]
        /// Voices give an account.
        public let giving: [String]
        /// An account reaches us.
        public let hearing: [String]
        /// A source bears out what was said.
        public let backing: [String]
        /// A document holds something.
        public let writing: [String]
        /// Data show something.
        public let showing: [String]
    }

    /// What may stand behind a verb for its subject to be a source; a verb without a frame needs nothing.
    public struct Predicates: Codable, Equatable, Sendable {
        /// The kinds that speak so.
        public let kinds: [Kind]
        /// Frames of somebody who speaks to us; they count wherever they stand.
        public let speech: [String]
        /// Frames that others may also tell; they count unless another source tells them.
        public let view: [String]?
        /// Frames that speak behind "and", after a first verb that told us nothing; all verbs unless given.
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
        /// Prepositions of several words that name a source: "according to".
        public let according: [String]
        /// Prepositions by which an account names who gave it: "from".
        public let giving: [String]
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
        /// Adverbs that make a reception an opinion: "well received".
        public let praising: [String]
        /// Forms of "have", which may stand before any verb.
        public let perfect: [String]
        /// Forms of "be" and the modal verbs.
        public let auxiliaries: [String]
        /// Past forms that don't end in "ed".
        public let pasts: [String]
        /// Forms of the present that are nouns too: "work".
        public let presents: [String]
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

    /// The sources.
    public let sources: [Source]
    /// Nouns that name a document only as the last word of a name in capitals: "Annual Governance Statement".
    public let titles: [String]
    /// Phrases that hold a noun of a source and name none.
    public let ignored: [String]
    /// The verbs.
    public let verbs: Verbs
    /// The frames of verbs.
    public let predicates: [Predicates]
    /// "we spoke to", of a group: "people we spoke to didn’t know".
    public let meetings: [String]
    /// Words for those outside the authority, which make "leaders in health" partners.
    public let outside: [String]
    /// Words for what is the authority’s own: "social care leaders".
    public let inside: [String]
    /// Accounts of which "of" names the giver: "the views of carers".
    public let held: [String]
    /// What somebody gives to others, so that "support from staff" names no giver of feedback.
    public let services: [String]
    /// Words beside data without an owner that tell of the whole country.
    public let national: [String]
    /// The small words.
    public let grammar: Grammar
}

extension Lexicon.Verbs {
    /// The lists with their classes.
    var classes: [([String], VerbClasses)] {
        [
            (speech, .speech), (stance, .stance), (reception, .reception), (giving, .giving),
            (hearing, .hearing), (backing, .backing), (writing, .writing), (showing, .showing),
        ]
    }
}
