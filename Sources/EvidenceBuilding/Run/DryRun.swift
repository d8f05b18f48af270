public import Evidence
internal import EvidenceReading
public import EvidenceSearch
internal import FoundationEssentials

/// Reads pages and gives the paragraphs that would be indexed, without an index.
public struct DryRun {
    private let data: DataFiles
    private let supplied: SuppliedDetails
    private let inputName: String?
    private let explains: Bool
    private let helper: PageHelper
    /// The day on which the texts would come into an index.
    private let today = DayNumber.number(Date().formatted(.iso8601))

    /// A dry run by these data files; `inputName` names what comes on standard input, `explains` adds the rule
    /// that decided each sentence; `helper` reads web pages and archives.
    public init(
        data: DataFiles, supplied: SuppliedDetails, inputName: String? = nil, explains: Bool,
        helper: PageHelper
    ) {
        self.data = data
        self.supplied = supplied
        self.inputName = inputName
        self.explains = explains
        self.helper = helper
    }

    /// Hands every paragraph at the paths to `hit`, in order; returns the number of pages read and those left out.
    public func run(paths: [String], hit: (Hit) throws -> Void) throws -> IndexReport {
        let walk = try PageWalk(paths: paths, inputName: inputName, helper: helper)
        let source = PageSource(walk.files, helper: helper)
        let analyzer = PageAnalyzer(data: data, helper: helper)
        var report = IndexReport()
        report.skipped = walk.unreadable
        let ratings = ratings(of: walk.files, analyzer)
        var taken: [String: String] = [:]
        for file in walk.files {
            do {
                let analyzed = try analyzer.analyze(source.bytes(of: file), of: file, supplied: supplied)
                var record = PageRecord(
                    number: 0, analyzed: analyzed, file: file, sha256: "", supplied: supplied)
                if let first = taken[record.identity] {
                    report.skipped.append(
                        SkippedPage(file, reason: analyzed.page.sameAs(first)))
                    continue
                }
                taken[record.identity] = file.path
                record.rating = ratings[record.identity]
                for paragraph in hits(of: analyzed, on: record) { try hit(paragraph) }
                report.add(analyzed.page.remarks, at: file.path)
                report.indexed += 1
                report.paragraphs += record.paragraphs
            } catch PageError.profile {
                report.profiles += 1
            } catch let error as PageError {
                report.skipped.append(SkippedPage(file, reason: error.description))
            } catch let error as UnreadableFile {
                report.skipped.append(SkippedPage(file, reason: error.reason))
            }
        }
        return report
    }

    /// The rating of each page's assessment, by the page's identity, which takes reading every page once more.
    private func ratings(of files: [FoundFile], _ analyzer: PageAnalyzer) -> [String: Rating] {
        let source = PageSource(files, helper: analyzer.helper)
        var records: [String: PageRecord] = [:]
        for file in files {
            guard let bytes = try? source.bytes(of: file),
                let page = try? analyzer.read(bytes, of: file, supplied: supplied).page
            else { continue }
            let record = PageRecord(
                number: records.count, page: page, url: nil, path: file.path, location: file.location,
                member: file.member, sha256: "", supplied: supplied)
            if records[record.identity] == nil { records[record.identity] = record }
        }
        var ratings: [String: Rating] = [:]
        for pages in Dictionary(grouping: records.values, by: \.authority).values {
            for assessment in Assessment.all(of: pages) {
                let rating = assessment.rating(in: data.catalogue)
                for page in assessment.pages { ratings[page.identity] = rating }
            }
        }
        return ratings
    }

    private func hits(of analyzed: AnalyzedPage, on record: PageRecord) -> [Hit] {
        let maker = HitMaker(catalogue: data.catalogue, authorities: data.authorities.authorities)
        return analyzed.page.paragraphs.enumerated().map { index, paragraph in
            let stored = analyzed.paragraphs[index]
            let column = ColumnValue(
                page: 0, paragraph: UInt32(index + 1), line: UInt32(paragraph.line),
                saidBy: AnalyzedPage.saidBy(stored.sentences), indexed: today)
            var hit = maker.hit(
                stored, column: column, on: record,
                section: Section(slug: paragraph.section, name: paragraph.sectionName))
            guard explains else { return hit }
            for (sentence, rule) in analyzed.rules[index].enumerated() { hit.sentences[sentence].rule = rule }
            return hit
        }
    }
}
