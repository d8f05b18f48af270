import Foundation
import Testing

/// The daemon reads an index and holds no code that could write one.
@Suite struct DaemonSymbolTests {
    /// The names in evidenced's symbol table and in its table of dynamic symbols, as their languages write them.
    private static let symbols = Result {
        let outcome = try Programs.run(
            "/bin/sh",
            [
                "-c", "{ nm -C \"$0\"; nm -DC \"$0\"; } | swift demangle --simplified",
                Programs.path("evidenced"),
            ],
            environment: ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""])
        try #require(outcome.status == 0, "\(outcome.errors)")
        return outcome.output
    }

    @Test(
        "the table of symbols is read: it names what the daemon does have", arguments: ["Searcher.", "cx_"])
    func table(name: String) throws {
        #expect(try Self.symbols.get().contains(name))
    }

    @Test(
        "no symbol of evidenced writes an index",
        arguments: [
            "cx_writer_", "cx_compact", "Xapian::WritableDatabase", "Xapian::Compactor", "WritableDatabase.",
            "Files.write", "Files.copy", "Files.remove", "Checksums.write", "Manifest.write",
            "IndexFolder.publish",
        ])
    func writing(name: String) throws {
        let found = try Self.symbols.get().split(separator: "\n").filter { $0.contains(name) }

        #expect(found.isEmpty, "\(found.first ?? "")")
    }
}
