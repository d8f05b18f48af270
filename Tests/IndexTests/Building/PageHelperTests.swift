import EvidenceReading
import Foundation
import Support
import Testing

@testable import EvidenceBuilding
@testable import EvidenceSearch

/// What a page can do that takes over the process in which it is read: nothing.
@Suite("Web pages are read in a process that can do nothing else")
struct PageHelperTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// A helper that pages can take over, with so many seconds for each.
    private func hostile(_ settings: String = "", isLocked: Bool = true, seconds: Int = 60) throws
        -> PageHelper
    {
        let program = try HostileHelper.make(
            in: folder.path, of: PageHelper.standardProgram, settings: settings)
        return PageHelper(program: program, isLocked: isLocked, limit: .seconds(seconds))
    }

    private func text(_ html: String, by helper: PageHelper) throws -> String {
        String(decoding: try helper.html(Array(html.utf8)).text, as: UTF8.self)
    }

    @Test(
        "it is denied whatever isn't reading",
        arguments: [
            "open a file", "make a file", "remove a file", "look at a file", "make a file in memory",
            "a socket of the network", "a datagram of the network", "a socket of the machine",
            "a new process", "a new thread", "another program", "a signal", "a look into another process",
            "memory to execute", "memory made to execute", "higher limits", "another user",
            "another namespace", "another root", "letters typed at the terminal", "a ring of calls",
            "a program for the kernel", "another descriptor", "a read of another descriptor",
            "a write to another descriptor",
        ])
    func denied(act: String) throws {
        #expect(try text("<!--\(act)-->", by: hostile()) == "EPERM\n")
    }

    @Test("without its locks much of that can be done, as the tests above would show")
    func unlocked() throws {
        let helper = try hostile(isLocked: false)

        #expect(try text("<!--memory to execute-->", by: helper) == "done\n")
        #expect(try text("<!--a new process-->", by: helper) == "done\n")
    }

    @Test(
        "a page that ends it is refused with the reason, and the next page is read",
        arguments: [
            ("crash", PageError.endsReader(how: "Segmentation fault")),
            ("memory", PageError.endsReader(how: "it needs over 1 GiB of memory")),
            ("leave", PageError.endsReader(how: "status 7")),
            ("wait", PageError.tooSlow(seconds: 10)),
            ("endless", PageError.endsReader(how: "its answer has no end")),
            ("strange", PageError.endsReader(how: "its answer can't be understood")),
        ])
    func ends(act: String, expected: PageError) throws {
        let helper = try hostile(seconds: act == "wait" ? 10 : 60)

        #expect(throws: expected) { try text("<!--\(act)-->", by: helper) }
        #expect(try text("<p>a", by: helper) == "a\n")
    }

    @Test("of a folder with such pages the others are indexed, and those that were indexed before are kept")
    func others() throws {
        var index = try TestIndex()
        index.helper = try hostile(seconds: 10)
        let page = WebPage.page(Report.page(statement: "Assessing needs", "Staff told us of waits."))
        try index.write(page, to: "a.html")
        try index.write(WebPage.page(Report.page("Partners told us of beds.")), to: "c.html")
        try index.index()
        try index.write("<!--crash-->", to: "a.html")
        try index.write("<!--wait-->", to: "b.html")

        let report = try index.index()

        #expect(
            report.skipped.map(\.reason) == [
                "ended the process that reads pages (Segmentation fault); save it again, or as plain text; "
                    + "the page indexed from it before is kept",
                "took more than 10 s to read; save it again, or as plain text",
            ])
        #expect((report.unchanged, report.pages) == (1, 2))
    }

    @Test(
        "nothing is read where the locks can't be had, unless that is asked for",
        arguments: [
            ("ACTS_SECCOMP=none", "the kernel has no seccomp, or forbids its use"),
            ("ACTS_SECCOMP=lies", "seccomp doesn't hold"),
        ])
    func noSeccomp(settings: String, reason: String) throws {
        #expect(throws: IndexError.noSandbox(reason: reason)) { try text("<p>a", by: hostile(settings)) }
        #expect(try text("<p>a", by: hostile(settings, isLocked: false)) == "a\n")
    }

    @Test(
        "nothing is read where the program is missing or another",
        arguments: [
            ("/nowhere/read-page", "it can't be started: No such file or directory"),
            ("/bin/true", "it ends, or says nothing, as soon as it is started"),
        ])
    func missing(program: String, reason: String) throws {
        let helper = PageHelper(program: program, limit: .seconds(1))

        #expect(throws: IndexError.file(path: program, reason: reason)) { try text("<p>a", by: helper) }
    }

    @Test("a text needs no such process")
    func texts() throws {
        var index = try TestIndex()
        index.helper = PageHelper(program: "/nowhere/read-page", limit: .seconds(1))
        try index.write(Report.page("Partners told us of beds."), to: "a.txt")

        #expect(try index.index().indexed == 1)
    }

    @Test("read-page reads nothing but pipes")
    func noPipes() throws {
        let process = Process()
        process.executableURL = URL(filePath: PageHelper.standardProgram)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()

        #expect(process.terminationStatus == 1)
    }
}
