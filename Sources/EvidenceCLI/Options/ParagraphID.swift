import ArgumentParser
import Evidence

/// A paragraph's id, `st-helens/safeguarding/25`, with the fingerprint of its text where one was given.
struct ParagraphID {
    let path: String
    let fingerprint: String?

    init(_ argument: String) throws {
        let parts = argument.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        let names = parts[0].split(separator: "/", omittingEmptySubsequences: false)
        guard (3...4).contains(names.count), names.allSatisfy({ !$0.isEmpty }),
            Int(names[names.count - 1]) != nil
        else { throw ValidationError("an id looks like st-helens/safeguarding/25") }
        path = String(parts[0])
        fingerprint = parts.count > 1 ? parts[1].lowercased() : nil
        guard fingerprint.map(Self.isFingerprint) ?? true else {
            throw ValidationError("behind the @ stand the 8 hex digits of a fingerprint")
        }
    }

    /// Says on standard error which edition an id without one was taken to mean.
    func noticeEdition(of response: ParagraphResponse) {
        guard let resolved = response.resolved else { return }
        let editions =
            resolved.editions == 1 ? "the only edition" : "the latest of \(resolved.editions) editions"
        Output.error.write(
            "evidence: \(path) names no edition; this is \(editions), \(response.paragraph.id)".printable
                + "\n")
    }

    /// Says on standard error if the text no longer has the fingerprint that was given.
    func noticeChange(of paragraph: Hit) {
        guard let then = fingerprint, then != paragraph.fingerprint else { return }
        let change = "its fingerprint was \(then) and is \(paragraph.fingerprint)"
        Output.error.write("evidence: the text of \(path) has changed: \(change)".printable + "\n")
    }

    private static func isFingerprint(_ text: String) -> Bool {
        text.count == 8 && text.allSatisfy { $0.isASCII && $0.isHexDigit }
    }
}
