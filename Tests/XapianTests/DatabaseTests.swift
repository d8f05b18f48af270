import Support
import Testing

@testable import Xapian
@testable import XapianWriting

@Suite("A database gives back what was written")
struct DatabaseTests {
    @Test("a document keeps its data, its length counts frequencies, and numbers may have gaps")
    func documents() throws {
        let folder = try TemporaryFolder()
        let writer = try WritableDatabase(path: folder.path + "/db")
        for text in ["one", "two two", "three"] {
            let document = try Document.of(text)
            try document.setData(Array("text=\(text)\n".utf8))
            try document.addTerm("Qx", frequency: 0)
            try writer.add(document)
        }
        try writer.deleteDocuments(indexedBy: "one")
        try writer.setMetadata("en", of: "language")
        try writer.commit()
        let database = try Database(path: folder.path + "/db")

        #expect(try database.documents == [2, 3])
        #expect(try database.data(of: 2) == Array("text=two two\n".utf8))
        #expect(try database.length(of: 2) == 2)
        #expect(try (database.metadata("language"), database.metadata("other")) == ("en", ""))
    }

    @Test("words that Xapian finds in a text are added without counting towards the length")
    func words() throws {
        let folder = try TemporaryFolder()
        let writer = try WritableDatabase(path: folder.path + "/db")
        let document = try Document.of("staff")
        try document.addWords(of: "N.H.S. staff, aged 65+", language: "en")
        try writer.add(document)
        try writer.commit()
        let database = try Database(path: folder.path + "/db")

        #expect(try database.length(of: 1) == 1)
        #expect(
            try database.terms(beginning: "", limit: 10) == [
                "65+", "Zage", "Znhs", "Zstaff", "aged", "nhs", "staff",
            ])
    }

    @Test("words are spelt as they were added, and no longer when they are forgotten")
    func spelling() throws {
        let folder = try TemporaryFolder()
        let writer = try WritableDatabase(path: folder.path + "/db")
        try writer.addSpelling("reablement", frequency: 2)
        try writer.commit()
        #expect(try Database(path: folder.path + "/db").spelling(of: "reablment", within: 2) == "reablement")

        try writer.clearSpellings()
        try writer.addSpelling("dementia", frequency: 1)
        try writer.commit()
        let database = try Database(path: folder.path + "/db")

        #expect(try database.spelling(of: "demensia", within: 2) == "dementia")
        #expect(try database.spelling(of: "reablment", within: 2) == nil)
    }

    @Test("synonyms come back in byte order, and go when they are cleared")
    func synonyms() throws {
        let folder = try TemporaryFolder()
        let writer = try WritableDatabase(path: folder.path + "/db")
        try writer.addSynonym("short break", of: "respite")
        try writer.addSynonym("replacement care", of: "respite")
        try writer.commit()
        #expect(
            try Database(path: folder.path + "/db").synonyms(of: "respite") == [
                "replacement care", "short break",
            ])

        try writer.clearSynonyms()
        try writer.commit()

        #expect(try Database(path: folder.path + "/db").synonyms(of: "respite") == [])
    }

    @Test("compaction merges databases, the documents of each in their order")
    func compaction() throws {
        let folder = try TemporaryFolder()
        let writer = try WritableDatabase(path: folder.path + "/db")
        for text in ["one", "two", "three"] { try writer.add(.of(text)) }
        try writer.commit()
        try writer.deleteDocuments(indexedBy: "one")
        try writer.commit()

        let other = try WritableDatabase(path: folder.path + "/other")
        try other.add(.of("four"))
        try other.commit()

        try Database.compact([folder.path + "/db", folder.path + "/other"], to: folder.path + "/small")
        let small = try Database(path: folder.path + "/small")

        #expect(try small.documentCount == 3)
        for (place, word) in ["two", "three", "four"].enumerated() {
            let found = try small.matches(.term(word), weighting: .none)
            #expect(found.documents.first == UInt32(place + 1))
            #expect(found.count == 1)
        }
        #expect(try Database.faults(at: folder.path + "/small") == 0)
    }

    @Test("terms that begin alike come in byte order, as many as asked for")
    func terms() throws {
        let database = try Database.of("carer carers care home")

        #expect(try database.terms(beginning: "car", limit: 10) == ["care", "carer", "carers"])
        #expect(try database.terms(beginning: "car", limit: 2) == ["care", "carer"])
    }

    @Test("the stemmer joins the forms of a word")
    func stemming() throws {
        let stemmer = try Stemmer(language: "en")

        #expect(
            try ["discharge", "discharges", "discharged"].map(stemmer.stem) == [
                "discharg", "discharg", "discharg",
            ])
    }
}
