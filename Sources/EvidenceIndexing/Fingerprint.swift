internal import Crypto
internal import Evidence
internal import EvidenceIndex

extension StoredParagraph {
    /// The paragraph with the fingerprint of its text.
    init(text: String, sentences: [Sentence]) {
        self.init(
            text: text, sentences: sentences,
            fingerprint: SHA256.hash(data: Array(text.utf8)).hex(bytes: 4))
    }
}

extension Digest {
    /// The first `bytes` bytes in lower-case hex digits.
    func hex(bytes: Int) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: prefix(bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
