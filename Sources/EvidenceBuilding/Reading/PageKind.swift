/// The kind of a file, by the end of its name.
enum PageKind: Equatable {
    /// Text, or what may be: a name without an end says nothing.
    case text
    /// A saved web page.
    case html
    /// A zip or a tar with pages in it.
    case archive
    /// A file that no page can be read from, such as "a PDF".
    case other(String)

    /// The kind of a file of this name.
    init(_ path: String) {
        let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
        let end = name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last ?? ""
        if name.hasSuffix(".tar.gz") || Self.archives.contains(end) {
            self = .archive
        } else if Self.pages.contains(end) {
            self = .html
        } else if let other = Self.others.first(where: { $0.ends.contains(end) }) {
            self = .other(other.name)
        } else {
            self = .text
        }
    }

    /// The reason for leaving out a file that is no page, and what to do.
    static func notUnderstood(_ what: String) -> String {
        "not understood: \(what); give text, saved web pages (.html), or a .zip, .tar or .tar.gz of them"
    }

    private static let archives: Set<Substring> = ["zip", "tar", "tgz"]
    private static let pages: Set<Substring> = ["html", "htm", "xhtml"]
    private static let others: [(name: String, ends: Set<Substring>)] = [
        ("a PDF", ["pdf"]),
        ("a word processor's document", ["doc", "docx", "odt", "pages", "rtf"]),
        ("a spreadsheet", ["ods", "xls", "xlsm", "xlsx"]),
        ("a presentation", ["odp", "ppt", "pptx"]),
        ("a picture", ["bmp", "gif", "heic", "ico", "jpeg", "jpg", "png", "svg", "tif", "tiff", "webp"]),
        ("a web archive", ["maff", "mht", "mhtml", "warc", "webarchive"]),
        ("an archive of another kind", ["7z", "bz2", "gz", "rar", "xz", "zst"]),
        ("a mail", ["eml", "msg"]),
        ("a part of a website", ["css", "eot", "js", "json", "map", "mjs", "ttf", "woff", "woff2", "xml"]),
    ]
}
