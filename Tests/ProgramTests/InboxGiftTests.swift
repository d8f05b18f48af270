import Foundation
import Glibc
import Support
import Testing

/// What `--give` gives to the owner of the index.
@Suite(.enabled(if: geteuid() == 0, "only root can give files away")) struct InboxGiftTests {
    @Test("files and folders become the owner's; a file with a second name and a link stay as they are")
    func give() throws {
        let folder = try TemporaryFolder()
        for name in ["inbox/a.txt", "inbox/closed/deep/b.txt", "secret.txt", "index/lock"] {
            try folder.write("text", to: name)
        }
        let inbox = folder.path + "/inbox"
        #expect(link(folder.path + "/secret.txt", inbox + "/linked.txt") == 0)
        #expect(symlink(folder.path + "/secret.txt", inbox + "/closed/symlink.txt") == 0)
        #expect(chmod(inbox + "/closed", 0o700) == 0 && chmod(inbox, 0o750) == 0)
        #expect(chown(folder.path + "/index", 12_345, 54_321) == 0 && chown(inbox, 12_345, 54_321) == 0)

        let outcome = try Programs.run(
            Programs.path("evidence-index"),
            ["--give", "--index", folder.path + "/index", "--inbox", inbox])

        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try owner("inbox/a.txt") == "12345:54321 644")
        #expect(try owner("inbox/closed") == "12345:54321 700")
        #expect(try owner("inbox/closed/deep/b.txt") == "12345:54321 644")
        #expect(try owner("inbox/closed/symlink.txt") == "0:0 777")
        #expect(try owner("secret.txt") == "0:0 644")
        #expect(try owner("inbox") == "12345:54321 750")

        func owner(_ name: String) throws -> String {
            var status = stat()
            try #require(lstat("\(folder.path)/\(name)", &status) == 0)
            return "\(status.st_uid):\(status.st_gid) \(String(status.st_mode & 0o777, radix: 8))"
        }
    }
}
