internal import Evidence
internal import EvidenceSearch

/// The pages of an index while a run changes them, found by location and by identity.
struct PageRecords {
    private var byNumber: [Int: PageRecord] = [:]
    private var byLocation: [String: Int] = [:]
    private var byIdentity: [String: Int] = [:]
    private var byAuthority: [String: Set<Int>] = [:]
    /// The files that this run has met.
    private var seen: Set<String> = []
    /// The file of this run that each page's identity belongs to.
    private var claims: [String: String] = [:]

    /// The number for the next page, which no page had before.
    private(set) var nextNumber = 1

    init(_ pages: [PageRecord]) {
        for page in pages { insert(page) }
    }

    /// The pages by number, which is the order in which they came.
    var pages: [PageRecord] { byNumber.values.sorted { $0.number < $1.number } }

    /// The page of a number.
    subscript(number: Int) -> PageRecord? { byNumber[number] }

    /// The assessments of an authority, the latest last.
    func assessments(of authority: String) -> [Assessment] {
        Assessment.all(of: (byAuthority[authority] ?? []).compactMap { byNumber[$0] })
    }

    /// Gives a page a rating.
    mutating func rate(_ number: Int, _ rating: Rating?) { byNumber[number]?.rating = rating }

    /// The pages whose files this run hasn't met.
    var unseen: [PageRecord] { pages.filter { !seen.contains($0.location) } }

    /// Notes that the run was given a file.
    mutating func markSeen(_ location: String) { seen.insert(location) }

    /// The details supplied for a file: those given now, else those given for it before.
    func supplied(at location: String, besides given: SuppliedDetails) -> SuppliedDetails {
        given.completed(by: page(at: location)?.supplied)
    }

    /// Keeps the page that was read from this file with the same content and the same supplied details, unless
    /// an earlier file of the run has its identity.
    mutating func keepUnchanged(_ file: FoundFile, sha256: String, supplied: SuppliedDetails) -> Bool {
        guard let page = page(at: file.location), page.sha256 == sha256, page.supplied == supplied else {
            return false
        }
        return keep(at: file.location)
    }

    /// Keeps the page that was read from a file before, if there is one and no other file has its identity.
    mutating func keep(at location: String) -> Bool {
        guard let page = page(at: location), claims[page.identity] == nil else { return false }
        claims[page.identity] = page.path
        return true
    }

    /// The file of this run that already is the page of this identity.
    func claimant(of identity: String) -> String? { claims[identity] }

    /// The pages that a new one replaces: the one of its identity, and the one of its file.
    func replaced(by record: PageRecord) -> [PageRecord] {
        let numbers = Set([byIdentity[record.identity], byLocation[record.location]].compactMap(\.self))
        return numbers.sorted().compactMap { byNumber[$0] }
    }

    /// Adds a page that this run has read.
    mutating func add(_ record: PageRecord) {
        insert(record)
        claims[record.identity] = record.path
    }

    /// Takes a page out.
    mutating func remove(_ page: PageRecord) {
        byNumber[page.number] = nil
        byAuthority[page.authority]?.remove(page.number)
        if byLocation[page.location] == page.number { byLocation[page.location] = nil }
        if byIdentity[page.identity] == page.number { byIdentity[page.identity] = nil }
    }

    /// The pages from below these folders and archives whose files the run hasn't met.
    func missing(below folders: Locations) -> [PageRecord] {
        unseen.filter { folders.cover($0.location) }
    }

    private func page(at location: String) -> PageRecord? { byLocation[location].flatMap { byNumber[$0] } }

    private mutating func insert(_ page: PageRecord) {
        byNumber[page.number] = page
        byLocation[page.location] = page.number
        byAuthority[page.authority, default: []].insert(page.number)
        byIdentity[page.identity] = page.number
        nextNumber = max(nextNumber, page.number + 1)
    }
}

extension SuppliedDetails {
    /// These details; one that is missing is taken from those of before.
    func completed(by before: SuppliedDetails?) -> SuppliedDetails {
        SuppliedDetails(
            authority: authority ?? before?.authority, statement: statement ?? before?.statement,
            published: published ?? before?.published, url: url ?? before?.url)
    }
}

extension PageRecord {
    /// The record of a page that was read from a file.
    init(number: Int, analyzed: AnalyzedPage, file: FoundFile, sha256: String, supplied: SuppliedDetails) {
        self.init(
            number: number, page: analyzed.page, url: analyzed.url, path: file.path,
            location: file.location, member: file.member, sha256: sha256, supplied: supplied)
    }
}
