import Support

@testable import Xapian
@testable import XapianWriting

extension Document {
    /// A document whose terms are the words of a text, with positions from 1.
    static func of(_ text: String) throws -> Document {
        let document = try Document()
        for (place, word) in text.split(separator: " ").enumerated() {
            try document.addPosting(String(word), at: place + 1)
        }
        return document
    }
}

extension Database {
    /// A database of toy documents on the backend that we ship, in a folder that is gone once it is open.
    static func of(_ texts: String...) throws -> Database {
        let folder = try TemporaryFolder()
        let writer = try WritableDatabase(path: folder.path + "/db")
        for text in texts { try writer.add(.of(text)) }
        try writer.commit()
        return try Database(path: folder.path + "/db")
    }
}
