/// A document that a term indexes.
package struct Posting: Equatable {
    /// The document's number.
    package let document: UInt32
    /// Where among the document's tokens the term stands first; `farPlace` for a place too far to be said.
    package let place: UInt16
    package private(set) var details: PostingDetails

    package static let farPlace = UInt16.max

    /// The first occurrence of a term in a document of so many words.
    package init(document: UInt32, place: Int, groups: UInt16, length: Int) {
        self.init(
            document: document, place: UInt16(clamping: place),
            details: PostingDetails(groups: groups, length: length))
    }

    init(document: UInt32, place: UInt16, details: PostingDetails) {
        (self.document, self.place, self.details) = (document, place, details)
    }

    /// Adds an occurrence behind the first.
    package mutating func add(groups: UInt16) { details.add(groups: groups) }
}

/// What a term's weight in a document and whose words it is follow from, in four bytes: what every match is asked for.
package struct PostingDetails: BitwiseCopyable, Equatable {
    /// The groups in the lowest nine bits, for `assessor` stands on no sentence; the frequency in seven; the length.
    private var bits: UInt32

    /// A frequency beyond this isn't told from it; it would hardly weigh more.
    package static let largestFrequency: UInt16 = 127
    /// A length beyond this isn't told from it; in so long a document a term weighs next to nothing.
    package static let largestLength = Int(UInt16.max)
    private static let groupBits: UInt32 = 9
    private static let lengthBits: UInt32 = 16

    /// One occurrence in a document of so many words.
    init(groups: UInt16, length: Int) {
        bits =
            UInt32(min(length, Self.largestLength)) << Self.lengthBits | 1 << Self.groupBits | UInt32(groups)
    }

    /// The groups in whose sentences the term stands, the bits of `SourceGroups`.
    @inline(__always)
    package var groups: UInt16 { UInt16(bits & (1 << Self.groupBits - 1)) }

    /// How often it stands there: Xapian's wdf.
    @inline(__always)
    package var frequency: UInt16 {
        UInt16(truncatingIfNeeded: bits >> Self.groupBits) & Self.largestFrequency
    }

    /// The document's length in Xapian's sense.
    @inline(__always)
    package var length: UInt16 { UInt16(bits >> Self.lengthBits) }

    fileprivate mutating func add(groups: UInt16) {
        bits |= UInt32(groups)
        if frequency < Self.largestFrequency { bits += 1 << Self.groupBits }
    }
}
