/// A document that a term indexes, in eight bytes.
package struct Posting: BitwiseCopyable, Equatable {
    /// The document's number.
    package let document: UInt32
    /// Where among the document's tokens the term stands first; `farPlace` for a place too far to be said.
    package let place: UInt16
    /// The groups in the lower nine bits, for `assessor` stands on no sentence; the frequency in the others.
    private var bits: UInt16

    package static let farPlace = UInt16.max
    /// A frequency beyond this isn't told from it; it would hardly weigh more.
    package static let largestFrequency: UInt16 = 127
    private static let groupBits: UInt16 = 9

    /// The first occurrence of a term in a document.
    package init(document: UInt32, place: Int, groups: UInt16) {
        self.document = document
        self.place = UInt16(clamping: place)
        bits = 1 << Self.groupBits | groups
    }

    /// How often the term stands there: Xapian's wdf.
    @inline(__always)
    package var frequency: UInt16 { bits >> Self.groupBits }

    /// The groups in whose sentences it stands, the bits of `SourceGroups`.
    @inline(__always)
    package var groups: UInt16 { bits & (1 << Self.groupBits - 1) }

    /// Adds an occurrence behind the first.
    package mutating func add(groups: UInt16) {
        bits |= groups
        if frequency < Self.largestFrequency { bits += 1 << Self.groupBits }
    }

    /// The same of a document that is numbered anew.
    package func moved(to document: UInt32) -> Posting {
        Posting(document: document, place: place, bits: bits)
    }

    private init(document: UInt32, place: UInt16, bits: UInt16) {
        (self.document, self.place, self.bits) = (document, place, bits)
    }
}
