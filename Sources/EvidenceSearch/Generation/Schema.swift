package import Evidence

/// What stands in the Xapian database: one document a paragraph.
///
/// | term | holds |
/// |---|---|
/// | `Zdischarg` | its stem, as `Xapian::TermGenerator` marks it: what words search |
/// | `Zhard to reach` | the stems of a term of several words that the thesaurus knows |
/// | `XGpartners` | a source group of the paragraph, or `assessor` |
/// | `XAst-helens` `XSsafeguarding` `XTensuring-safety` `XR3` `XHkey-findings` | authority, statement, theme, score, section |
/// | `XD2025-06-20` `XI` | the publication date, where known; an indicative page |
/// | `XP17` | the page, by its number in the manifest |
///
/// The parts of a hyphenated word stand as words, and their join besides: `co-production` is found as
/// `coproduction` too. Slot 0 is a `ColumnValue`. Words as they stand, their order and the text are in the file
/// `postings` (`PostingsLayout`). Prefixes begin with X, which Xapian leaves to applications.
package enum Schema {
    /// Changes with every change to what this file describes; the daemon refuses another.
    package static let version = 5

    /// The version of the code that reads pages and finds who said what: where it changes, every page is read
    /// again.
    package static let readingVersion = 3

    /// The slot that holds each paragraph's `ColumnValue`.
    package static let columnSlot = 0

    /// The language of the stemmer.
    package static let language = "en"

    /// Words of more bytes are not indexed: none is English.
    ///
    /// Xapian's own limit for a term is 245.
    package static let longestWord = 64

    /// Values of more bytes, which names become, are none: no title has as many.
    package static let longestValue = 200

    package static func stem(_ stem: String) -> String { "Z" + stem }
    package static func page(_ number: Int) -> String { "XP\(number)" }
    package static func authority(_ slug: String) -> String { "XA" + slug }
    package static func statement(_ slug: String) -> String { "XS" + slug }
    package static func theme(_ slug: String) -> String { "XT" + slug }
    package static func score(_ score: Int) -> String { "XR\(score)" }
    package static func section(_ slug: String) -> String { "XH" + slug }
    package static func published(_ date: String) -> String { "XD" + date }
    package static func saidBy(_ group: SourceGroup) -> String { "XG" + group.rawValue }
    package static let indicative = "XI"

    /// Whether a term is a word that others may be corrected to: letters alone, and few enough for one.
    package static func isSpelt(_ term: String) -> Bool {
        (3...32).contains(term.utf8.count)
            && term.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 >= 0x80 }
    }
}
