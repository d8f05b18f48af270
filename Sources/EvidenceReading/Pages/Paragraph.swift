/// A paragraph of evidence and where its page holds it.
public struct Paragraph: Equatable, Sendable {
    /// The slug of the section: `key-findings` on the page of a quality statement.
    public let section: String
    /// The heading of the section as a reader knows it, without a closing colon.
    public let sectionName: String
    /// The line of the text, from 1: of the file, or of what was taken from a saved web page.
    public let line: Int
    /// The page's own words, less a bullet and the space at both ends.
    public let text: String

    /// A paragraph of a section.
    public init(section: String, sectionName: String, line: Int, text: String) {
        self.section = section
        self.sectionName = sectionName
        self.line = line
        self.text = text
    }
}
