package import Evidence

/// What is known of a paragraph in 16 bytes, so that a generation can hold it for all of them in memory.
package struct ColumnValue: Equatable {
    /// The page's number in the manifest.
    package let page: UInt32
    /// The paragraph's number on its page, from 1.
    package let paragraph: UInt32
    /// The line of the page's file, from 1.
    package let line: UInt32
    /// The section's place in the manifest.
    package let section: UInt16
    /// The union over the sentences, or `assessor`.
    package let saidBy: SourceGroups

    /// A value of these parts.
    package init(page: UInt32, paragraph: UInt32, line: UInt32, section: UInt16, saidBy: SourceGroups) {
        self.page = page
        self.paragraph = paragraph
        self.line = line
        self.section = section
        self.saidBy = saidBy
    }

    package static let width = 16

    /// Big-endian, one after another.
    package var bytes: [UInt8] {
        [page, paragraph, line].flatMap(bigEndian) + bigEndian(section) + bigEndian(saidBy.rawValue)
    }

    /// The values that a column's bytes hold.
    package static func values(of bytes: [UInt8]) -> [ColumnValue] {
        bytes.withUnsafeBytes { raw in
            stride(from: 0, to: raw.count - width + 1, by: width).map { start in
                func word(_ offset: Int) -> UInt32 {
                    UInt32(bigEndian: raw.loadUnaligned(fromByteOffset: start + offset, as: UInt32.self))
                }
                return ColumnValue(
                    page: word(0), paragraph: word(4), line: word(8), section: UInt16(word(12) >> 16),
                    saidBy: SourceGroups(rawValue: UInt16(truncatingIfNeeded: word(12))))
            }
        }
    }
}

private func bigEndian(_ number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.bigEndian) { Array($0) }
}
