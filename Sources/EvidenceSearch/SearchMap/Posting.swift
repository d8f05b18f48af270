/// A document that a term indexes.
package struct Posting: Equatable {
    /// The document's number.
    package let document: UInt32
    /// The position of the term's first occurrence among the document's tokens; `farPosition` if it is too far to be recorded.
    package let position: UInt16
    package private(set) var details: PostingDetails

    package static let farPosition = UInt16.max

    /// The first occurrence of a term in a document of so many words.
    package init(document: UInt32, position: Int, groups: UInt16, length: Int) {
        self.init(
            document: document, position: UInt16(clamping: position),
            details: PostingDetails(groups: groups, length: length))
    }

    init(document: UInt32, position: UInt16, details: PostingDetails) {
        (self.document, self.position, self.details) = (document, position, details)
    }

    /// Adds an occurrence behind the first.
    package mutating func add(groups: UInt16) { details.add(groups: groups) }
}

/// The details of a posting in four bytes, from which the weight of a term in a document and its groups follow.
package struct PostingDetails: BitwiseCopyable, Equatable {
    /// The groups in the lowest bits, above them the frequency, in the highest the length.
    private var bits: UInt32

    /// A bit for each group that a sentence can have, that is for each of `SourceGroup` but `assessor`.
    ///
    /// The width is a literal because the compiler has to know it: every match is asked for its groups. A group that has no
    /// room stops the index from being built, so that it cannot change a frequency.
    static let groupBits: UInt32 = 9
    private static let lengthShift: UInt32 = 16

    /// A greater frequency is recorded as this one; it would hardly weigh more.
    package static let largestFrequency: UInt16 = 127
    /// A greater length is recorded as this one; in so long a document a term weighs next to nothing.
    package static let largestLength = Int(UInt16.max)

    /// The first occurrence in a document of so many words.
    init(groups: UInt16, length: Int) {
        bits = (UInt32(min(length, Self.largestLength)) << Self.lengthShift) | (1 << Self.groupBits)
        insert(groups)
    }

    /// The groups in whose sentences the term stands, the bits of `SourceGroups`.
    @inline(__always)
    package var groups: UInt16 { UInt16(bits & ((1 << Self.groupBits) - 1)) }

    /// How often the term stands in the document: Xapian's wdf.
    @inline(__always)
    package var frequency: UInt16 {
        UInt16(truncatingIfNeeded: bits >> Self.groupBits) & Self.largestFrequency
    }

    /// The document's length in Xapian's sense.
    @inline(__always)
    package var length: UInt16 { UInt16(bits >> Self.lengthShift) }

    fileprivate mutating func add(groups: UInt16) {
        insert(groups)
        if frequency < Self.largestFrequency { bits += 1 << Self.groupBits }
    }

    private mutating func insert(_ groups: UInt16) {
        precondition(groups >> Self.groupBits == 0, "a posting has no room for these groups")
        bits |= UInt32(groups)
    }
}
