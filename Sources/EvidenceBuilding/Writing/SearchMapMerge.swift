internal import EvidenceSearch

/// Merges the search maps of a generation's parts into one, as compaction merges their Xapian databases.
///
/// Documents are numbered as `Database.compact` numbers them: those of each part behind those of the one before,
/// without the unused numbers at a part's beginning and end.
struct SearchMapMerge {
    /// A part, and what of it is kept.
    struct Part {
        let map: SearchMap
        /// For each document number, whether its document stays.
        let isKept: [Bool]
        /// The numbers from the first document kept to the last.
        let range: Range<Int>
        /// The number to add to each document number.
        let shift: Int

        /// How many of the documents that a term indexes stay.
        func count(of term: Int) -> Int {
            map.list(at: term).documents.count { isKept[Int($0)] }
        }
    }

    let parts: [Part]

    /// A merge of parts in this order, less the documents of the pages removed.
    init(_ parts: [SearchMap], removing pages: Set<UInt32>) {
        var used = 0
        var merged: [Part] = []
        for part in parts {
            let documents = part.documents
            let isKept = (0..<documents.count).map {
                documents.isDocument($0) && !pages.contains(documents.pages[$0])
            }
            guard let first = isKept.firstIndex(of: true), let last = isKept.lastIndex(of: true) else {
                continue
            }
            merged.append(
                Part(map: part, isKept: isKept, range: first..<last + 1, shift: used + 1 - first))
            used += last + 1 - first
        }
        self.parts = merged
    }

    /// Writes the merged file into a folder.
    func write(to folder: String) throws {
        let writer = try SearchMapFile(folder: folder)
        let terms = try writeTerms(writer)
        let words = try writeWords(writer, terms: terms)
        let sections = try writeSections(writer)
        try writeColumns(writer, sections: sections)
        try writeRows(writer, words: words)
        try writer.finish()
    }

    /// Writes the postings; for each part the new index of each of its terms.
    private func writeTerms(_ writer: SearchMapFile) throws -> [[UInt32]] {
        var merge = NameMerge(parts.map(\.map.terms))
        var terms: [NameMerge.Entry] = []
        var ends: [UInt64] = [0]
        while let entries = merge.next() {
            let count = entries.reduce(0) { $0 + parts[$1.part].count(of: $1.name) }
            guard count > 0 else {
                merge.drop()
                continue
            }
            terms += entries
            ends.append(ends[ends.count - 1] + UInt64(count))
        }
        try writePostings(writer, .postingDocuments, of: terms) { part, list, index in
            UInt32(Int(list.documents[index]) + part.shift)
        }
        try writePostings(writer, .postingPositions, of: terms) { $1.positions[$2] }
        try writePostings(writer, .postingDetails, of: terms) { $1.details[$2] }
        try writer.section(.termPostings, ends)
        try writer.names(merge.names, .termNames, .termNameStarts)
        return merge.newIndices
    }

    /// Writes what `value` says of each of the map kept.
    private func writePostings<Value: BitwiseCopyable>(
        _ writer: SearchMapFile, _ section: SearchMapLayout.Section, of terms: [NameMerge.Entry],
        _ value: (Part, PostingList, _ index: Int) -> Value
    ) throws {
        try writer.section(section, of: Value.self) { append in
            for entry in terms {
                let part = parts[entry.part]
                let list = part.map.list(at: entry.name)
                let kept = list.documents.indices.lazy.filter { part.isKept[Int(list.documents[$0])] }
                try kept.map { value(part, list, $0) }.withUnsafeBufferPointer(append)
            }
        }
    }

    /// Writes the headings; for each part the new index of each of its headings.
    private func writeSections(_ writer: SearchMapFile) throws -> [[UInt32]] {
        let kept = parts.map { part in
            Set(part.range.filter { part.isKept[$0] }.map { part.map.documents.sections[$0] })
        }
        var merge = NameMerge(parts.map(\.map.sections))
        while let entries = merge.next() {
            if !entries.contains(where: { kept[$0.part].contains(UInt32($0.name)) }) { merge.drop() }
        }
        try writer.names(merge.names, .sectionNames, .sectionNameStarts)
        return merge.newIndices
    }

    private func writeColumns(_ writer: SearchMapFile, sections: [[UInt32]]) throws {
        try writer.section(.pages, column(\.pages, none: DocumentTable.noPage))
        try writer.section(.paragraphs, column(\.paragraphs, none: 0))
        try writer.section(.lines, column(\.lines, none: 0))
        var indices: [UInt32] = [0]
        for (part, new) in zip(parts, sections) {
            let old = part.map.documents.sections
            for document in part.range { indices.append(part.isKept[document] ? new[Int(old[document])] : 0) }
        }
        try writer.section(.sections, indices)
        try writer.section(.groups, column(\.groups, none: 0))
        try writer.section(.days, column(\.days, none: 0))
        try writer.section(.lengths, column(\.lengths, none: 0))
    }

    private func column<Value>(_ column: KeyPath<DocumentTable, UnsafeBufferPointer<Value>>, none: Value)
        -> [Value]
    {
        [none]
            + parts.flatMap { part in
                let values = part.map.documents[keyPath: column]
                return part.range.map { part.isKept[$0] ? values[$0] : none }
            }
    }

    private func writeRows(_ writer: SearchMapFile, words: [[UInt32]]) throws {
        try writeRows(writer, \.tokens, .tokens, starts: .tokenStarts) { part, row in
            row.map { $0 == SearchMapLayout.noWord ? $0 : words[part][Int($0)] }
        }
        try writeRows(writer, \.steps, .tokenSteps, starts: nil) { Array($1) }
        try writeRows(writer, \.joins, .joins, starts: .joinStarts) { part, row in
            row.map { Join(token: $0.token, word: words[part][Int($0.word)]) }
        }
        try writeRows(writer, \.sentences, .sentences, starts: .sentenceStarts) { Array($1) }
        try writeRows(writer, \.texts, .texts, starts: .textStarts) { Array($1) }
    }

    private func writeRows<Start, Value>(
        _ writer: SearchMapFile, _ rows: KeyPath<DocumentTable, Rows<Start, Value>>,
        _ section: SearchMapLayout.Section, starts: SearchMapLayout.Section?,
        _ row: (_ part: Int, UnsafeBufferPointer<Value>) -> [Value]
    ) throws {
        var ends: [Start] = [0, 0]
        try writer.section(section, of: Value.self) { append in
            for (index, part) in parts.enumerated() {
                let values = part.map.documents[keyPath: rows]
                for document in part.range {
                    let kept = part.isKept[document] ? row(index, values[document]) : []
                    try kept.withUnsafeBufferPointer(append)
                    ends.append(ends[ends.count - 1] + Start(kept.count))
                }
            }
        }
        if let starts { try writer.section(starts, ends) }
    }
}
