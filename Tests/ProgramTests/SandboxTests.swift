import Foundation
import Support
import Testing

/// What `evidence-index` does with pages that take over the process in which they are read.
@Suite struct SandboxTests {
    private let folder: TemporaryFolder

    /// A folder with `evidence-index` and a read-page that pages can take over beside it, and an inbox.
    init() throws {
        folder = try TemporaryFolder()
        for name in ["inbox", "done", "failed"] {
            try FileManager.default.createDirectory(
                atPath: "\(folder.path)/\(name)", withIntermediateDirectories: true)
        }
        try FileManager.default.copyItem(
            atPath: URL(filePath: Programs.path("evidence-index")).resolvingSymlinksInPath().path,
            toPath: folder.path + "/evidence-index")
    }

    private func index(
        _ arguments: String..., settings: String = "", environment: [String: String] = [:]
    ) throws -> Outcome {
        try HostileHelper.make(in: folder.path, of: Programs.path("read-page"), settings: settings)
        return try Programs.run(
            folder.path + "/evidence-index", ["--index", folder.path + "/index"] + arguments,
            environment: environment)
    }

    private func reason(_ name: String) throws -> String {
        try String(contentsOfFile: "\(folder.path)/failed/\(name).reason", encoding: .utf8)
    }

    private static let page = WebPage.page(Report.page("Partners told us that it works."))

    @Test("a page that crashes it, or that takes more than 10 s, goes to failed; the others are indexed")
    func inbox() throws {
        try folder.write("<!--crash-->", to: "inbox/a.html")
        try folder.write("<!--wait-->", to: "inbox/b.html")
        try folder.write(Self.page, to: "inbox/c.html")

        let outcome = try index("--inbox", folder.path + "/inbox")

        #expect(outcome.status == 4, "\(outcome.errors)")
        #expect(outcome.output.contains("indexed 1, "))
        #expect(
            try reason("a.html")
                == "ended the process that reads pages (Segmentation fault); save it again, or as plain text\n"
        )
        #expect(
            try reason("b.html") == "took more than 10 s to read; save it again, or as plain text\n")
        #expect(FileManager.default.fileExists(atPath: folder.path + "/done/c.html"))
    }

    @Test("without the kernel's locks a run ends with 3 and one sentence, unless the sandbox is off")
    func noLocks() throws {
        try folder.write(Self.page, to: "a.html")
        let page = folder.path + "/a.html"

        let refused = try index(page, settings: "ACTS_SECCOMP=none")

        #expect(refused.status == 3)
        #expect(
            refused.errors == """
                evidence-index: web pages and archives are read in a process that can do nothing else, which can't be \
                had here: the kernel has no seccomp, or forbids its use; mend that, or read them unprotected with \
                --sandbox off

                """)
        #expect(try index("--sandbox", "off", page, settings: "ACTS_SECCOMP=none").status == 0)
        #expect(
            try index("--rebuild", settings: "ACTS_SECCOMP=none", environment: ["EVIDENCE_SANDBOX": "off"])
                .status == 0)
        #expect(try index(page, environment: ["EVIDENCE_SANDBOX": "on"]).status == 2)
    }

    @Test("evidence-index holds none of the libraries that read pages", arguments: ["libxml2", "libarchive"])
    func libraries(name: String) throws {
        let own = try Programs.run("/usr/bin/ldd", [Programs.path("evidence-index")])
        let helper = try Programs.run("/usr/bin/ldd", [Programs.path("read-page")])

        #expect(!own.output.contains(name))
        #expect(helper.output.contains(name))
    }
}
