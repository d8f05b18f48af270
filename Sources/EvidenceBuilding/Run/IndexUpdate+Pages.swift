internal import Crypto
internal import Evidence
internal import EvidenceReading
internal import EvidenceSearch

/// The pages that a run takes, leaves out and takes away.
extension IndexUpdate {
    /// Takes a file that the run was given: indexes it, leaves its page as it is, or reports why it can't be read.
    func take(_ file: FoundFile, from source: PageSource, supplied: SuppliedDetails) throws {
        records.markSeen(file.location)
        let supplied = records.supplied(at: file.location, besides: supplied)
        do {
            let bytes = try source.bytes(of: file)
            let hash = SHA256.hash(data: bytes).hex(bytes: 32)
            if reasonToReadAll == nil, records.keepUnchanged(file, sha256: hash, supplied: supplied) {
                report.unchanged += 1
            } else {
                try index(bytes, from: file, sha256: hash, supplied: supplied)
            }
        } catch PageError.profile {
            takeProfile(file)
        } catch let error as PageError {
            skip(file, reason: error.description)
        } catch let error as UnreadableFile {
            skip(file, reason: error.reason)
        }
    }

    /// Removes the pages that were recorded from below these folders and archives and are no longer there.
    ///
    /// Pages from folders that can't be read now stay.
    func removeMissing(below folders: Locations, sparing closed: Locations) throws {
        var kept = 0
        for page in records.missing(below: folders) {
            if closed.cover(page.location) { kept += 1 } else { try remove(page) }
        }
        guard kept > 0 else { return }
        let pages = kept == 1 ? "1 page" : "\(kept) pages"
        report.notes.append("kept of what can't be read now, as indexed before: \(pages)")
    }

    /// Takes a page out.
    func remove(_ page: PageRecord) throws {
        try writing { $0.remove(page) }
        records.remove(page)
        touched.insert(page.authority)
        report.removed += 1
    }

    /// Reads the pages again that the run wasn't given, if every page has to be.
    func readAgain() throws {
        guard reasonToReadAll != nil else { return }
        try begin()
        let pages = records.unseen
        let files = pages.map { FoundFile(location: $0.location, path: $0.path, member: $0.member) }
        let source = PageSource(files, helper: analyzer.helper)
        for (page, file) in zip(pages, files) { try take(file, from: source, supplied: page.supplied) }
    }

    private func index(_ bytes: [UInt8], from file: FoundFile, sha256: String, supplied: SuppliedDetails)
        throws
    {
        let analyzed = try analyzer.analyze(bytes, of: file, supplied: supplied)
        let record = PageRecord(
            number: records.nextNumber, analyzed: analyzed, file: file, sha256: sha256, supplied: supplied)
        if let first = records.claimant(of: record.identity) {
            return skip(file, reason: analyzed.page.sameAs(first) + "; remove one of them")
        }
        let replaced = records.replaced(by: record)
        for page in replaced {
            try writing { $0.remove(page) }
            records.remove(page)
            touched.insert(page.authority)
        }
        records.add(record)
        touched.insert(record.authority)
        try hold(HeldPage(analyzed: analyzed, record: record))
        report.add(analyzed.page.remarks, at: file.path)
        tell(of: record, replacing: replaced)
    }

    private func tell(of record: PageRecord, replacing replaced: [PageRecord]) {
        if replaced.isEmpty { report.indexed += 1 } else { report.replaced += 1 }
        for page in replaced where page.location != record.location {
            if page.member == nil { report.superseded.append(page.location) }
            report.notes.append("\(record.path) takes the place of \(page.path): both are \(record.identity)")
        }
    }

    private func takeProfile(_ file: FoundFile) {
        report.profiles += 1
        guard records.keep(at: file.location) else { return }
        report.notes.append(
            "\(file.path): a council's profile, no evidence; the page indexed from it before is kept")
    }

    private func skip(_ file: FoundFile, reason: String) {
        let kept = records.keep(at: file.location) ? "; the page indexed from it before is kept" : ""
        report.skipped.append(SkippedPage(file, reason: reason + kept))
    }
}
