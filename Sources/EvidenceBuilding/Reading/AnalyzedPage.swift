internal import Evidence
internal import EvidenceReading
internal import EvidenceSearch

/// A page with the sources of each of its sentences.
struct AnalyzedPage {
    let page: Page
    /// The page's address: the one that it calls its own, else the one supplied, else its place in a mirror.
    let url: String?
    /// The paragraphs in the order of `page.paragraphs`.
    let paragraphs: [StoredParagraph]
    /// The rules that decided the sentences, in the same order.
    let rules: [[String?]]

    /// The union over a paragraph's sentences; `assessor` if that is empty.
    static func saidBy(_ sentences: [Sentence]) -> SourceGroups {
        let union = sentences.reduce(into: SourceGroups()) { $0.formUnion($1.saidBy) }
        return union.isEmpty ? SourceGroups(.assessor) : union
    }
}

extension Page {
    /// The reason for leaving out a page of the identity that the page at `path` has.
    ///
    /// Two pages whose dates aren't understood may be of different editions.
    func sameAs(_ path: String) -> String {
        let unread = remarks.first { if case .date = $0.matter { true } else { false } }
        guard published == nil, let unread else { return "the same page as \(path), which came first" }
        return "\(unread), and \(path) without a date came first; give its date with --published"
    }
}

/// Reads pages and finds who said what.
public struct PageAnalyzer: Sendable {
    private let reader: PageReader
    private let attributor: Attributor
    let helper: PageHelper

    /// An analyzer that goes by these data files; `helper` reads web pages for it.
    public init(data: DataFiles, helper: PageHelper) {
        reader = PageReader(statements: data.catalogue, authorities: data.authorities)
        attributor = Attributor(lexicon: data.lexicon)
        self.helper = helper
    }

    /// Analyzes the bytes of a file.
    func analyze(_ bytes: [UInt8], of file: FoundFile, supplied: SuppliedDetails) throws -> AnalyzedPage {
        let (page, url) = try read(bytes, of: file, supplied: supplied)
        let paragraphs = page.paragraphs.map(spoken)
        return AnalyzedPage(
            page: page, url: url, paragraphs: paragraphs, rules: paragraphs.map { $0.sentences.map(\.rule) })
    }

    /// Reads the bytes of a file, without asking who said what: the page and its address.
    func read(
        _ bytes: [UInt8], of file: FoundFile, supplied: SuppliedDetails
    ) throws -> (page: Page, url: String?) {
        let content = try PageContent(bytes, named: file.path, by: helper)
        let mirrored = PageAddress.address(ofMirrored: file.origin.isInput ? file.path : file.location)
        let page = try reader.page(
            from: content.text,
            supplying: PageDetails(
                authority: supplied.authority, statement: supplied.statement, published: supplied.published,
                addresses: content.addresses + [supplied.url, mirrored].compactMap(\.self)))
        let cqc = mirrored.flatMap { PageAddress.isOfCQC($0) ? $0 : nil }
        return (page, content.addresses.first ?? supplied.url ?? cqc)
    }

    /// A paragraph with who said what; an item of a list that names no source is said by those whom its lead-in names.
    private func spoken(_ paragraph: Paragraph) -> StoredParagraph {
        let sentences = attributor.sentences(of: paragraph.text)
        guard let leadIn = paragraph.leadIn, sentences.allSatisfy(\.saidBy.isEmpty),
            let lead = attributor.sentences(of: leadIn).last, !lead.saidBy.isEmpty
        else { return StoredParagraph(text: paragraph.text, sentences: sentences) }
        let words = StoredParagraph(text: leadIn, sentences: [])
        return StoredParagraph(
            text: paragraph.text,
            sentences: sentences.map { Sentence(range: $0.range, saidBy: lead.saidBy, rule: lead.rule) },
            leadIn: lead.because.map { words.words(at: $0) }.joined(separator: " … "))
    }
}
