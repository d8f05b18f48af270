package import Evidence
internal import Glibc

/// A line of an index's history: the change of a page, and what keeps the days of text that went.
///
/// `history.jsonl` of a generation begins with the bytes of the one before and never loses a line. Behind the members of
/// a change, as answers show it, stand `authority_name`, `published` and `indicative`, by which changes are filtered, and
/// `gone`: the hash and the day of each paragraph that went.
package struct HistoryLine: Equatable {
    /// A paragraph that went.
    package struct Gone: Equatable {
        /// The first 16 hex digits of the SHA-256 of its text.
        package let hash: String
        /// The day on which its text first came into the index: 20261101.
        package let day: UInt32

        package init(hash: String, day: UInt32) { (self.hash, self.day) = (hash, day) }
    }

    package var change: ChangesResponse.Change
    package var authorityName: String
    package var published: String?
    package var isIndicative: Bool
    package var gone: [Gone]

    package init(
        change: ChangesResponse.Change, authorityName: String, published: String?, isIndicative: Bool,
        gone: [Gone]
    ) {
        self.change = change
        self.authorityName = authorityName
        self.published = published
        self.isIndicative = isIndicative
        self.gone = gone
    }
}

extension HistoryLine: JSONWritable, JSONReadable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            change.writeMembers(to: &json)
            json.name("authority_name"); json.value(authorityName)
            json.name("published"); json.value(published)
            json.name("indicative"); json.value(isIndicative)
            json.name("gone")
            json.array(gone) { json, each in
                json.object { json in
                    json.name("hash"); json.value(each.hash)
                    json.name("day"); json.value(Int(each.day))
                }
            }
        }
    }

    package init(reading json: JSONValue) throws(JSONError) {
        self.init(
            change: try ChangesResponse.Change(reading: json),
            authorityName: try json.member("authority_name"),
            published: try json.memberIfPresent("published"), isIndicative: try json.member("indicative"),
            gone: try json.member("gone"))
    }
}

extension HistoryLine.Gone: JSONReadable {
    package init(reading json: JSONValue) throws(JSONError) {
        self.init(
            hash: try json.member("hash"),
            day: UInt32(clamping: try json.member("day") as Int))
    }
}

/// The history of an index as a generation holds it, oldest first.
package struct History {
    /// The file's name in the folder of a generation.
    package static let file = "history.jsonl"

    private let map: MappedFile?
    private let path: String

    /// Opens the history of the generation in `folder`, which stays readable when the file is removed.
    package init(folder: String) throws(IndexError) {
        path = "\(folder)/\(Self.file)"
        var status = stat()
        guard stat(path, &status) == 0 else { throw .system(path) }
        map = status.st_size == 0 ? nil : try MappedFile(path: path)
    }

    /// The bytes of the file.
    package var bytes: UnsafeBufferPointer<UInt8> {
        map?.values(UInt8.self, at: 0, count: map?.count ?? 0) ?? UnsafeBufferPointer(start: nil, count: 0)
    }

    /// Hands each line to `body`, the newest first, until that returns false.
    package func forEachFromNewest(_ body: (HistoryLine) throws -> Bool) throws {
        var rest = bytes[...]
        while let end = rest.last == UInt8(ascii: "\n") ? rest.endIndex - 1 : nil {
            let start = rest[..<end].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? rest.startIndex
            guard let line = try? HistoryLine(json: Array(rest[start..<end])) else {
                throw IndexError.damaged(path: path, reason: "a line of the history can't be read")
            }
            guard try body(line) else { return }
            rest = rest[..<start]
        }
    }
}
