internal import Evidence
internal import EvidenceReading
internal import EvidenceSearch

extension PageRecord {
    /// The record of a page that was read from a file.
    init(
        number: Int, page: Page, url: String?, path: String, location: String, member: String?,
        sha256: String, supplied: SuppliedDetails
    ) {
        self.init(
            number: number, authority: page.authority, authorityName: page.authorityName,
            statement: page.statement, published: page.published,
            edition: (page.published ?? page.addressEdition)?.month, updated: page.updated,
            score: page.score, scoreName: page.scoreName, statedRating: page.statedRating,
            statedPercentage: page.statedPercentage, isIndicative: page.isIndicative, url: url, path: path,
            location: location, member: member, sha256: sha256, supplied: supplied,
            paragraphs: page.paragraphs.count)
    }
}
