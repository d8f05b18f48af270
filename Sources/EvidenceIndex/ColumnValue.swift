internal import Evidence

/// What is known of a paragraph in 16 bytes, so that a generation can hold it for all of them in memory.
struct ColumnValue: Equatable {
    /// The page's number in the manifest.
    let page: UInt32
    /// The paragraph's number on its page, from 1.
    let paragraph: UInt32
    /// The line of the page's file, from 1.
    let line: UInt32
    /// The section's place in the manifest.
    let section: UInt16
    /// The union over the sentences, or `assessor`.
    let saidBy: SourceGroups

    static let width = 16

    /// Big-endian, one after another.
    var bytes: [UInt8] {
        [page, paragraph, line].flatMap(bigEndian) + bigEndian(section) + bigEndian(saidBy.rawValue)
    }

    /// The values that a column's bytes hold.
    static func values(of bytes: [UInt8]) -> [ColumnValue] {
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
