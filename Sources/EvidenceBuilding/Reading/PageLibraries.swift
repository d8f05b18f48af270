internal import CPages
internal import Evidence
internal import EvidenceReading

/// The text of a saved web page, by libxml2.
struct HTMLText {
    /// One block a line: headings, paragraphs, items of lists behind "- ".
    let text: [UInt8]
    /// The address that the page calls its own: its canonical link, else its `og:url`.
    let address: String?

    /// Reads HTML of any kind and in any state; the website around the page is left out.
    ///
    /// Bytes that are valid UTF-8 are read so whatever the page declares, for a declaration outlives a page
    /// that was saved anew.
    init(_ html: [UInt8]) throws {
        let isUTF8 = String(validating: html, as: UTF8.self) != nil
        var page = cp_html()
        try html.withUnsafeBytes { bytes in
            let start = bytes.bindMemory(to: CChar.self).baseAddress
            try check { cp_html_read(start, bytes.count, isUTF8, &page, $0) }
        }
        text = [UInt8](taking: page.text)
        address = page.address.map { String(cString: $0) }
        cp_free(page.address)
    }
}

/// An archive that is read from its first member to its last, by libarchive; nothing is unpacked to disk.
final class Archive {
    /// What an archive says of a member.
    struct Member {
        /// The name as the archive spells it.
        let name: String
        /// Its bytes as unpacked; 0 where the archive doesn't say.
        let size: Int
        let isFolder: Bool
        /// Neither a file nor a folder: a link, a device.
        let isSpecial: Bool
        let isEncrypted: Bool
    }

    private let handle: OpaquePointer

    /// What an archive may unpack to; England as saved web pages has some 300 MB in 1,530 members.
    private static let largest: Int64 = 4 << 30
    private static let most = 100_000

    init(path: String) throws {
        var handle: OpaquePointer?
        try check { cp_archive_open(path, Self.largest, Self.most, &handle, $0) }
        guard let handle else { throw PageLibraryError(status: CP_DAMAGED, message: "no handle") }
        self.handle = handle
    }

    deinit { cp_archive_free(handle) }

    /// Goes to the next member; `nil` after the last.
    func next() throws -> Member? {
        var member = cp_member()
        try check { cp_archive_next(handle, &member, $0) }
        guard let name = member.name else { return nil }
        return Member(
            name: String(cString: name), size: Int(max(0, member.size)), isFolder: member.is_folder,
            isSpecial: member.is_special, isEncrypted: member.is_encrypted)
    }

    /// The bytes of the member that `next` went to; one that is larger than any page isn't read.
    func bytes() throws -> [UInt8] {
        var bytes = cp_owned_bytes()
        try check { cp_archive_read(handle, PageReader.largestPage, &bytes, $0) }
        return [UInt8](taking: bytes)
    }
}

/// What libxml2 or libarchive reported.
struct PageLibraryError: Error, CustomStringConvertible {
    let status: cp_status
    let message: String

    /// Whether a page declares itself to be UTF-8 and isn't.
    var isNotUTF8: Bool { status == CP_NOT_UTF8 }
    /// Whether there is more than is read.
    var isTooLarge: Bool { status == CP_TOO_LARGE }
    /// The library's own words.
    var description: String { message }
}

/// Calls into C and throws what it reports: the one place where a status becomes an error.
private func check(
    _ call: (_ message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> cp_status
) throws(PageLibraryError) {
    var message: UnsafeMutablePointer<CChar>?
    let status = call(&message)
    guard status != CP_OK else { return }
    defer { cp_free(message) }
    throw PageLibraryError(status: status, message: message.map { String(cString: $0) } ?? "no reason given")
}

extension [UInt8] {
    /// A copy of the bytes that C handed over, which are freed.
    fileprivate init(taking bytes: cp_owned_bytes) {
        defer { cp_free(bytes.start) }
        self.init(UnsafeRawBufferPointer(start: bytes.start, count: bytes.count))
    }
}
