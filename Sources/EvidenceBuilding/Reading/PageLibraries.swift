internal import CPages
internal import Evidence
internal import EvidenceReading
internal import Glibc

/// The text of a saved web page, by libxml2.
struct HTMLText {
    /// One block a line: headings, paragraphs, items of lists behind "- ".
    let text: [UInt8]
    /// The addresses that the page calls its own: its canonical link, its `og:url`, the one that it was saved from.
    let addresses: [String]

    /// Reads HTML of any kind and in any state; the website around the page is left out.
    init(_ html: [UInt8]) throws {
        let encoding = HTMLEncoding(html)
        var page = cp_html()
        try encoding.utf8(html).withUnsafeBytes { bytes in
            let start = bytes.bindMemory(to: CChar.self).baseAddress
            try check { cp_html_read(start, bytes.count, &page, $0) }
        }
        text = [UInt8](taking: page.text)
        let list = page.addresses.map { String(cString: $0) } ?? ""
        addresses = list.split(separator: "\n").map(String.init)
        cp_free(page.addresses)
        if encoding == .windows1252, page.declares_utf8 || html.starts(with: HTMLEncoding.utf8Mark) {
            throw PageError.notUTF8(line: HTMLEncoding.firstForeignLine(of: html))
        }
    }
}

/// An archive that is read from its first member to its last, by libarchive; nothing is unpacked to disk.
final class Archive {
    /// A member as its archive describes it.
    struct Member {
        /// The name as the archive spells it.
        let name: String
        /// Its bytes as unpacked; `nil` if the archive doesn't say.
        let size: Int?
        let isFolder: Bool
        /// Neither a file nor a folder: a link, a device.
        let isSpecial: Bool
        let isEncrypted: Bool
    }

    private let descriptor: Int32
    private let handle: OpaquePointer

    /// The most that an archive may unpack to; England as saved web pages has some 300 MB in 1,530 members.
    private static let largest: Int64 = 4 << 30
    private static let most = 100_000
    private static let longestNames = 16 << 20

    /// Opens the archive of `descriptor`, which is closed with it.
    init(_ descriptor: Int32) throws {
        self.descriptor = descriptor
        var handle: OpaquePointer?
        do {
            try check {
                cp_archive_open(descriptor, Self.largest, Self.most, Self.longestNames, &handle, $0)
            }
            guard let handle else { throw PageLibraryError(status: CP_DAMAGED, message: "no handle") }
            self.handle = handle
        } catch {
            close(descriptor)
            throw error
        }
    }

    deinit {
        cp_archive_free(handle)
        close(descriptor)
    }

    /// Goes to the next member; `nil` after the last.
    func next() throws -> Member? {
        var member = cp_member()
        try check { cp_archive_next(handle, &member, $0) }
        guard let name = member.name else { return nil }
        return Member(
            name: String(cString: name), size: member.size < 0 ? nil : Int(member.size),
            isFolder: member.is_folder, isSpecial: member.is_special, isEncrypted: member.is_encrypted)
    }

    /// The bytes of the member that `next` went to; one that is larger than any page isn't read.
    func bytes() throws -> [UInt8] {
        var bytes = cp_owned_bytes()
        try check { cp_archive_read(handle, PageReader.largestPage, &bytes, $0) }
        return [UInt8](taking: bytes)
    }
}

/// An error of libxml2 or libarchive.
struct PageLibraryError: Error, CustomStringConvertible {
    let status: cp_status
    let message: String

    /// Returns true if there is more than is read.
    var isTooLarge: Bool { status == CP_TOO_LARGE }
    /// The library's own words.
    var description: String { message }
}

/// Calls into C and throws what it reports: the one place where a status of CPages becomes an error.
///
/// `Xapian` has a function of the same shape for its own C module. The two stay apart because neither module may
/// import the other, and because each is made of its own library's types: a status, an error, the function that frees.
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
    /// Copies the bytes that C handed over, and frees them.
    fileprivate init(taking bytes: cp_owned_bytes) {
        defer { cp_free(bytes.start) }
        self.init(UnsafeRawBufferPointer(start: bytes.start, count: bytes.count))
    }
}
