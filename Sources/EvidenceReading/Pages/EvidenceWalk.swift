internal import Evidence

/// A walk down the lines of a page that collects the evidence.
struct EvidenceWalk {
    /// The part of the page that the walk is in.
    private enum Part {
        /// Above the first heading; also all of an excerpt that starts below the last.
        case top
        case ratings
        case expectations
        /// Below the heading `The local authority commitment`, and below its one paragraph.
        case commitment, afterCommitment
        case findings
    }

    private let outline: PageOutline
    /// The index of the last heading over evidence, or over the text that precedes it on a statement's page.
    ///
    /// Text above it is evidence only if the walk has met the findings.
    private let lastHeading: Int
    private var part = Part.top
    private var section: Section
    private var list = ListContext()
    /// True below `Related content` and the like, up to the next heading or sentence.
    private var isInFurniture = false
    /// The evidence, in order.
    private(set) var paragraphs: [Paragraph] = []
    /// The lines that would be evidence if they were more than a figure.
    private(set) var figures: [PageLine] = []

    /// Walks down a page.
    init(over outline: PageOutline) {
        self.outline = outline
        section = outline.isSummary ? .summary : .findings
        lastHeading =
            outline.lines.lastIndex {
                outline.isSummary ? $0.heading == .summary : $0.heading?.isOfStatement == true
            } ?? -1
        for index in outline.lines.indices { read(index) }
    }

    private mutating func read(_ index: Int) {
        let line = outline.lines[index]
        switch line.kind {
        case .furniture: isInFurniture = isInFurniture || Furniture.isOfList(line.text)
        case .heading(let heading): enter(heading, line)
        case .statement: enterStatement(line)
        case .text: readText(line, index)
        // "X Council" alone is a title at the top of a page and text elsewhere.
        case .title(let title) where title.isBare && index != outline.titleIndex: readText(line, index)
        // A date alone is the page's own at the top, and a part of the text elsewhere.
        case .dates(let dates) where dates.unlabelled != nil && !outline.dates.lines.contains(index):
            readText(line, index)
        default: break
        }
    }

    private mutating func enter(_ heading: Heading, _ line: PageLine) {
        isInFurniture = false
        list = ListContext()
        switch heading {
        case .expectations: part = .expectations
        case .commitment: part = .commitment
        case .findings: part = .findings
        case .ratings where outline.isSummary: part = .ratings
        case .summary where outline.isSummary: part = .findings
        // A heading among the findings.
        case .ratings, .summary: return
        }
        if outline.isSummary { section = Section(heading: line.text) }
    }

    /// Enters the section of a statement's name in a summary; above a score the name is a line of a list.
    private mutating func enterStatement(_ line: PageLine) {
        guard outline.isSummary, part == .findings else { return }
        list = ListContext()
        isInFurniture = false
        section = Section(heading: line.text)
    }

    private mutating func readText(_ line: PageLine, _ index: Int) {
        guard !isCutHeading(line, index), !isFurniture(line) else { return }
        if isHeading(line, index) {
            list = ListContext()
            enterPlain(line)
        } else if isEvidence(line, index) {
            part = .findings
            guard !line.isFigure else { return figures.append(line) }
            paragraphs.append(
                Paragraph(
                    section: section.slug, sectionName: section.name, line: line.number, text: line.text,
                    leadIn: list.leadIn(to: line)))
        }
    }

    /// Returns true if a line is one of a list of other pages, which a sentence ends.
    private mutating func isFurniture(_ line: PageLine) -> Bool {
        isInFurniture = isInFurniture && !line.text.hasSuffix(".")
        return isInFurniture
    }

    private mutating func enterPlain(_ line: PageLine) {
        guard outline.isSummary, part == .findings || part == .top, PlainHeading.isHeading(line.text) else {
            return
        }
        section = Section(heading: line.text)
    }

    /// Returns true if a text line is evidence; it also leaves the one paragraph of the commitment behind.
    private mutating func isEvidence(_ line: PageLine, _ index: Int) -> Bool {
        let isAboveHeading = index < lastHeading
        switch part {
        case .findings: return true
        case .ratings, .afterCommitment: return !isAboveHeading
        case .top where isAboveHeading: return outline.isSummary && index > outline.titleIndex ?? -1
        case .top, .expectations: return !isAboveHeading && !FirstPerson.speaks(in: line.text)
        case .commitment:
            part = .afterCommitment
            return false
        }
    }

    /// Returns true if a text line is a heading that nobody foresaw.
    ///
    /// A heading has text below it, so the last line of an excerpt, cut off in the middle of a word, is none.
    private func isHeading(_ line: PageLine, _ index: Int) -> Bool {
        guard !line.isBulleted, !list.isOpen, index < outline.lines.count - 1 else { return false }
        return PlainHeading.isHeading(line.text) || index == 0 && PlainHeading.isEndOfHeading(line.text)
    }

    /// Returns true if the page ends inside a line that precedes the findings: `The local auth`, or below the title
    /// any few words, such as `3 - Evid`.
    private func isCutHeading(_ line: PageLine, _ index: Int) -> Bool {
        guard index == outline.lines.count - 1, line.text.utf8.count < 60, !line.text.hasSuffix(".") else {
            return false
        }
        return switch part {
        case .findings: outline.isSummary && Heading.isCutSummary(slug: slug(line.text))
        case .top where outline.titleIndex != nil: true
        default: Heading.isCut(slug: slug(line.text))
        }
    }
}
