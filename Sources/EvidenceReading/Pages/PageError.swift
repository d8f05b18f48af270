/// The reason why a file can't be read as a page of an assessment.
public enum PageError: Error, Equatable, Sendable {
    /// No bytes, or none but white space.
    case empty
    /// More bytes than `PageReader.largestPage`, inline pictures left aside, or than `PageReader.largestFile`.
    case tooLarge(bytes: Int)
    /// A byte that no text holds.
    case binary
    /// The first line that isn't UTF-8, from 1.
    case notUTF8(line: Int)
    /// Neither a title nor the caller names the local authority.
    case noAuthority
    /// Neither a line of the page nor the caller names the quality statement; the line above a score, if one is
    /// there, may name one that the data file doesn't know.
    case noStatement(PageRemark?)
    /// More than one page in a file; the line, from 1, where the second begins.
    case severalPages(line: Int)
    /// A council's profile beside its assessment, `About X`, `Demographics` and `Financial facts`: nothing to index,
    /// and nothing that is lost.
    case profile
    /// An assessment without a single paragraph of evidence.
    case noEvidence
    /// The process that reads web pages and archives took longer than it may.
    case tooSlow(seconds: Int)
    /// The process that reads web pages and archives ended before it had read it.
    case endsReader(how: String)
}

extension PageError: CustomStringConvertible {
    /// One clause for the person who saved the page, with what to do.
    public var description: String {
        switch self {
        case .empty:
            "empty; save the page again"
        case .tooLarge(let bytes):
            bytes > PageReader.largestFile
                ? "over 64 MiB: \(bytes) bytes; save each page by itself, without its pictures"
                : "over 8 MiB: \(bytes) bytes; save each page by itself"
        case .binary:
            "not understood: no text holds such bytes; save the page as plain text in UTF-8, or as .html"
        case .notUTF8(let line):
            "not UTF-8 at line \(line); save the page as plain text in UTF-8"
        case .noAuthority:
            "not an assessment: no title names a local authority; give it with --authority"
        case .noStatement(nil):
            "not an assessment: no line names a quality statement; give one with --statement"
        case .noStatement(let remark?):
            "\(remark); give it with --statement, or add the name to statements.yaml"
        case .severalPages(let line):
            "several pages in one file: another begins at line \(line); save each page by itself"
        case .profile:
            "a council's profile, no evidence"
        case .noEvidence:
            "no evidence: no paragraph follows the headings; save the whole page"
        case .tooSlow(let seconds):
            "took more than \(seconds) s to read; save it again, or as plain text"
        case .endsReader(let how):
            "ended the process that reads pages (\(how)); save it again, or as plain text"
        }
    }
}
