/// A paragraph of evidence, with its section and line.
public struct Paragraph: Equatable, Sendable {
    /// The bytes of the longest paragraph; a longer one is split.
    ///
    /// The CQC's longest have some 3,000.
    public static let longest = 64 << 10

    /// The slug of the section: `key-findings` on the page of a quality statement.
    public let section: String
    /// The heading of the section as a reader knows it, without a closing colon.
    public let sectionName: String
    /// The line of the text, from 1: of the file, or of what was taken from a saved web page.
    public let line: Int
    /// The page's own words, without a bullet and without space at both ends.
    public let text: String

    /// The paragraph that announces the list of which this is an item: "Carers told us the main problems were:".
    public let leadIn: String?

    /// A paragraph of a section.
    public init(section: String, sectionName: String, line: Int, text: String, leadIn: String? = nil) {
        self.section = section
        self.sectionName = sectionName
        self.line = line
        self.text = text
        self.leadIn = leadIn
    }
}

extension Paragraph {
    /// The paragraph itself if it isn't too long; else its sentences, as many in each piece as fit.
    var pieces: [Paragraph] {
        guard text.utf8.count > Self.longest else { return [self] }
        let bytes = Array(text.utf8)
        let sentences = SentenceSplitter().ranges(of: bytes)
        var pieces: [Range<Int>] = []
        for range in (sentences.isEmpty ? [0..<bytes.count] : sentences).flatMap({ Self.cut($0, of: bytes) })
        {
            if let last = pieces.last, range.upperBound - last.lowerBound <= Self.longest {
                pieces[pieces.count - 1] = last.lowerBound..<range.upperBound
            } else {
                pieces.append(range)
            }
        }
        return pieces.map {
            Paragraph(
                section: section, sectionName: sectionName, line: line,
                text: String(decoding: bytes[$0], as: UTF8.self), leadIn: leadIn)
        }
    }

    /// A sentence that is too long, cut before its last space that fits, or between two characters.
    private static func cut(_ sentence: Range<Int>, of text: [UInt8]) -> [Range<Int>] {
        var cuts: [Range<Int>] = []
        var start = sentence.lowerBound
        while sentence.upperBound - start > longest {
            let window = text[start..<start + longest]
            let end =
                window.lastIndex(of: UInt8(ascii: " ")).flatMap { $0 > start ? $0 : nil }
                ?? text[...(start + longest)].lastIndex { $0 & 0xC0 != 0x80 } ?? start + longest
            cuts.append(start..<end)
            start = text[end] == UInt8(ascii: " ") ? end + 1 : end
        }
        return start < sentence.upperBound ? cuts + [start..<sentence.upperBound] : cuts
    }
}
