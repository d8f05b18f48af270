import CXapian
import Support
import Testing

@testable import Xapian
@testable import XapianWriting

@Suite("What C++ throws arrives as an error of ours")
struct XapianErrorTests {
    @Test(
        "no exception passes the guard, whatever is thrown",
        arguments: [
            (0, .databaseModified), (1, .internal), (2, .internal), (3, .internal),
        ] as [(Int32, XapianError.Code)])
    func guarded(kind: Int32, code: XapianError.Code) {
        let error = #expect(throws: XapianError.self) { try check { cx_throw_for_test(kind, $0) } }

        #expect(error?.code == code)
        #expect(error?.message.isEmpty == false)
    }

    @Test("a path without a database is not found")
    func notFound() {
        let error = #expect(throws: XapianError.self) { try Database(path: "/nonexistent") }

        #expect(error?.code == .databaseNotFound)
    }

    @Test("a second writer is locked out")
    func locked() throws {
        let folder = try TemporaryFolder()
        let writer = try WritableDatabase(path: folder.path + "/db")

        let error = #expect(throws: XapianError.self) { try WritableDatabase(path: folder.path + "/db") }

        #expect(error?.code == .databaseLocked)
        withExtendedLifetime(writer) {}
    }

    @Test("a term of more than 245 bytes is an invalid argument")
    func longTerm() throws {
        let folder = try TemporaryFolder()
        let writer = try WritableDatabase(path: folder.path + "/db")
        let document = try Document()
        try document.addTerm(String(repeating: "x", count: 300), frequency: 1)

        let error = #expect(throws: XapianError.self) { try writer.add(document) }

        #expect(error?.code == .invalidArgument)
    }

    @Test("an unknown document is not found")
    func unknownDocument() throws {
        let database = try Database.of("one paragraph")

        let error = #expect(throws: XapianError.self) { try database.expansion(of: 7, prefix: "", limit: 1) }

        #expect(error?.code == .documentNotFound)
    }
}
