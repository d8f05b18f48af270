package import Evidence

/// The schema of the Xapian database: one document for each paragraph, as anybody with Xapian finds it.
///
/// | part of a document | holds |
/// |---|---|
/// | term `discharged`, term `Zdischarg` | a folded word and its stem, as `Xapian::TermGenerator` writes them |
/// | term `Zhard to reach` | the stems of a term of several words that the thesaurus knows |
/// | term `Q` + id | the paragraph's id, of which there is one |
/// | boolean terms | a value of each `Field`, behind the field's prefix |
/// | value slots | the same as plain text, for `ValueCountMatchSpy` |
/// | data | `field=value` lines, as Omega reads them: `DocumentData` |
///
/// Words are those of the text in its folded form (`Folding`, `TextWord`). The parts of a hyphenated word stand as words, and
/// their join besides: `co-production` is found as `coproduction` too. A word that Xapian would split otherwise than we do,
/// or that folding changes, stands as Xapian has it in the text and in its folded form too, with a frequency of 0. The
/// database's metadata name each prefix and slot, so that a stranger needs no other file. Prefixes begin with X, which
/// Xapian leaves to applications.
package enum Schema {
    /// Changes with every change to what this file describes; the daemon refuses another.
    package static let version = 8

    /// The version of the code that reads pages and finds who said what, in the upper half, and of the table that folds
    /// their words, in the lower: if either changes, every page is read again.
    package static let readingVersion = 5 << 32 | Int(Folding.version)

    /// The language of the stemmer.
    package static let language = "en"

    /// Words of more bytes are not indexed, because none of them is English.
    ///
    /// `TermGenerator::set_max_word_length` has the same default. Xapian's own limit for a term is 245.
    package static let longestWord = 64

    /// The most bytes of a value that becomes a term.
    package static let longestValue = 200

    /// The term of a word's stem.
    package static func stem(_ stem: String) -> String { "Z" + stem }

    /// The term of a paragraph's id.
    package static func id(_ id: String) -> String { "Q" + id }

    /// Returns true if misspelt words may be corrected to this word: letters alone, and few enough for one.
    package static func isSpelt(_ word: String) -> Bool {
        (3...32).contains(word.utf8.count)
            && word.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 >= 0x80 }
    }

    /// The keys and values of the database's metadata, which tell a stranger all that is needed.
    package static var metadata: [(key: String, value: String)] {
        [("schema", "\(version)"), ("language", language)]
            + Field.allCases.map { ("prefix:\($0.rawValue)", $0.prefix) }
            + Slot.all.map { ("slot:\($0.name)", "\($0.number)") }
    }
}

extension Schema {
    /// The fields whose values are boolean terms, by the names that filters and facets have.
    package enum Field: String, CaseIterable {
        case authority, statement, theme, score, section, published, indicative, edition, region, rating
        case saidBy = "said_by"
        case authorityType = "authority_type"

        /// The prefix that stands before a value.
        package var prefix: String {
            switch self {
            case .authority: "XA"
            case .statement: "XS"
            case .theme: "XT"
            case .score: "XR"
            case .saidBy: "XG"
            case .section: "XH"
            case .published: "XD"
            case .indicative: "XI"
            case .edition: "XE"
            case .region: "XN"
            case .authorityType: "XK"
            case .rating: "XV"
            }
        }

        /// The boolean term of a value; an indicative page has the prefix alone.
        package func term(_ value: String = "") -> String { prefix + value }
    }

    /// A value slot: its number, and the name that the metadata give it.
    package struct Slot: Equatable {
        package let name: String
        package let number: Int

        package static let score = Slot(name: "score", number: 1)
        /// Dates are `YYYYMMDD`, which sorts as text.
        package static let published = Slot(name: "published", number: 2)
        package static let statement = Slot(name: "statement", number: 3)
        package static let theme = Slot(name: "theme", number: 4)
        package static let authority = Slot(name: "authority", number: 5)
        package static let section = Slot(name: "section", number: 6)
        package static let region = Slot(name: "region", number: 7)
        package static let authorityType = Slot(name: "authority_type", number: 8)
        package static let edition = Slot(name: "edition", number: 9)
        package static let rating = Slot(name: "rating", number: 10)
        package static let indexed = Slot(name: "indexed", number: 11)
        package static let verbatim = Slot(name: "verbatim", number: 12)

        /// The slot of a source group, whose value is `1` if the group is a source of the paragraph.
        package static func saidBy(_ group: SourceGroup) -> Slot {
            Slot(name: "said_by:\(group.rawValue)", number: 20 + group.bit)
        }

        /// Every slot, those included that nothing fills yet.
        package static var all: [Slot] {
            [
                score, published, statement, theme, authority, section, region, authorityType, edition,
                rating,
                indexed, verbatim,
            ] + SourceGroup.allCases.map(saidBy)
        }
    }
}
