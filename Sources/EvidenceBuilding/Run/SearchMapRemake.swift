internal import EvidenceSearch
internal import Xapian

/// Makes the search map of a generation again, from its Xapian database alone.
struct SearchMapRemake {
    let database: Database

    /// Paragraphs of a part, as many as a run that indexes holds in memory.
    private static let size = 40_000

    /// Writes the map into a folder, by parts in folders below it.
    func write(to folder: String) throws {
        let documents = try database.documents
        let stems = try StemCache()
        let phrases = ThesaurusPhrases(terms: try phrases())
        var parts: [String] = []
        var rest = documents[...]
        while let first = rest.first {
            let part = "\(folder)/part-\(parts.count)"
            try IndexFolder(path: part).makeFolder(part)
            var builder = SearchMapBuilder()
            var next = first
            // A part ends between two successive numbers, because a merge leaves out the gaps at a part's ends.
            while let document = rest.first, builder.count < Self.size || document != next {
                while next < document {
                    builder.skip()
                    next += 1
                }
                let paragraph = try paragraph(document)
                builder.add(
                    paragraph,
                    words: try ParagraphWords(paragraph.stored, stems: stems, phrases: phrases))
                next += 1
                rest.removeFirst()
            }
            try builder.write(to: part)
            parts.append(part)
        }
        try SearchMapMerge(try parts.map { try SearchMap(folder: $0) }, removing: []).write(to: folder)
    }

    private func paragraph(_ document: UInt32) throws -> IndexedParagraph {
        guard let data = DocumentData(bytes: try database.data(of: document)) else {
            throw IndexError.damaged(
                path: "the database", reason: "the data of document \(document) can't be read")
        }
        return data.paragraph
    }

    /// The terms of several words: stems with spaces between.
    private func phrases() throws(XapianError) -> [String] {
        let prefix = Schema.stem("")
        return try database.terms(beginning: prefix, limit: .max).filter { $0.contains(" ") }
            .map { String($0.dropFirst(prefix.count)) }
    }
}

extension SearchMapRemake {
    /// The differences between a generation's search map and its database, each in a few words; none if it is sound.
    ///
    /// `folder` is where the map is made again, and takes as much room as it does.
    static func faults(in generation: String, remadeIn folder: String) throws -> [String] {
        let database = try Database(path: generation + "/xapian")
        let map = try SearchMap(folder: generation)
        try SearchMapRemake(database: database).write(to: folder)
        var faults: [String] = []
        let name = SearchMap.name
        if try Files.bytes(of: "\(generation)/\(name)") != Files.bytes(of: "\(folder)/\(name)") {
            faults.append("\(name) isn't what its database makes")
        }
        for document in try database.documents {
            let length = try database.length(of: document)
            let isHeld = Int(document) < map.documents.count
            guard !isHeld || length != Int(map.documents.lengths[Int(document)]) else { continue }
            faults.append("the length of document \(document) is another in \(name)")
            break
        }
        for term in 0..<map.terms.count {
            let text = Schema.stem(String(decoding: map.terms[term], as: UTF8.self))
            guard try !map.list(at: term).isAll(of: text, in: database) else { continue }
            faults.append("the postings of \(text) are others in \(name)")
            break
        }
        return faults
    }
}

extension PostingList {
    /// Returns true if a database has these postings of a term, and no others but some with a frequency of 0.
    fileprivate func isAll(of term: String, in database: Database) throws(XapianError) -> Bool {
        guard try database.frequency(of: term) >= count else { return false }
        guard details.allSatisfy({ $0.frequency < PostingDetails.largestFrequency }) else { return true }
        return try database.collectionFrequency(of: term) == details.reduce(0) { $0 + Int($1.frequency) }
    }
}
