internal import Crypto
internal import Evidence
internal import EvidenceSearch

extension StoredParagraph {
    /// The paragraph with the fingerprint of its text.
    init(text: String, sentences: [Sentence], leadIn: String? = nil) {
        self.init(
            text: text, sentences: sentences,
            fingerprint: SHA256.hash(data: Array(text.utf8)).hex(bytes: 4), leadIn: leadIn)
    }
}
