internal import ArgumentParser
internal import FoundationEssentials
internal import Glibc

/// The options of a run over an inbox.
struct InboxOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Index what is dropped in this folder and move it out, until it is empty.", valueName: "folder"))
    var inbox: String?

    @Option(
        help: ArgumentHelp(
            "With --inbox: where pages go that are indexed. Default: done, beside the inbox.",
            valueName: "folder"))
    var done: String?

    @Option(
        help: ArgumentHelp(
            "With --inbox: where others go, each with a .reason. Default: failed, beside the inbox.",
            valueName: "folder"))
    var failed: String?

    @Flag(
        help:
            "With --inbox, as root: give what lies there to the owner of the index, who may then move it, and do no more."
    )
    var give = false

    /// The absolute paths of the three folders, which have to be there; the other two must not lie in the inbox.
    func folders() throws -> (inbox: String, done: String, failed: String) {
        let inbox = try real(inbox ?? "", "--inbox")
        let beside = URL(filePath: inbox).deletingLastPathComponent().path
        let done = try real(done ?? beside + "/done", "--done")
        let failed = try real(failed ?? beside + "/failed", "--failed")
        for (folder, name) in [(done, "--done"), (failed, "--failed")]
        where folder == inbox || folder.hasPrefix(inbox + "/") {
            throw ValidationError(
                "\(name) lies in the inbox, which would never be empty; name a folder beside it")
        }
        return (inbox, done, failed)
    }

    private func real(_ path: String, _ name: String) throws -> String {
        guard let real = realpath(path, nil) else {
            throw ValidationError("\(name): no folder at \(path); make it first")
        }
        defer { free(real) }
        return String(cString: real)
    }
}
