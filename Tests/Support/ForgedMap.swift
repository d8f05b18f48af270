package import EvidenceSearch
internal import Foundation

/// The bytes of a `search.map`, to be changed as an indexer that somebody else took over could.
package struct ForgedMap {
    /// The bytes of the file.
    package var bytes: [UInt8]

    /// The map of a generation.
    package init(of generation: String) throws {
        bytes = Array(try Data(contentsOf: URL(filePath: generation + "/" + SearchMap.name)))
    }

    /// The bytes of an array of the map, as its head says.
    package func range(of section: SearchMapLayout.Section) -> Range<Int> {
        let start = head(1 + 2 * section.rawValue)
        return start..<start + head(2 + 2 * section.rawValue) * section.width
    }

    private func head(_ index: Int) -> Int {
        bytes.withUnsafeBytes { Int($0.load(fromByteOffset: 8 * index, as: UInt64.self)) }
    }

    /// Writes a number over the one at an index of an array, counted in numbers of its size, from the end if it is negative.
    package mutating func write(
        _ number: some FixedWidthInteger, to section: SearchMapLayout.Section, at index: Int
    ) {
        let size = number.bitWidth / 8
        let range = range(of: section)
        let start = (index < 0 ? range.upperBound : range.lowerBound) + index * size
        withUnsafeBytes(of: number) { bytes.replaceSubrange(start..<start + size, with: $0) }
    }

    /// Puts the map in the place of a generation's, under checksums that bear it out.
    package func write(to generation: String) throws {
        try Data(bytes).write(to: URL(filePath: generation + "/" + SearchMap.name))
        try Data(Checksums(of: generation).text.utf8).write(
            to: URL(filePath: generation + "/" + Checksums.file))
    }
}

extension SearchMapLayout.Section {
    /// The bytes of an element.
    package var width: Int {
        switch self {
        case .termNames, .wordNames, .sectionNames, .tokenSteps, .texts: 1
        case .postingPositions, .groups: 2
        case .termPostings, .textStarts, .joins, .sentences: 8
        default: 4
        }
    }
}
