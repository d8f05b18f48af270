package import Evidence

/// A paragraph as the file of postings holds it: text, sentences and fingerprint.
///
/// Layout: the fingerprint's 8 bytes, then numbers in LEB128 (how many sentences; for each its start, length and
/// groups, how many ranges decided it, and each one's start and length; if a sentence has groups and no range, the length of the
/// lead-in's words and these), then the text.
package struct StoredParagraph: Equatable {
    package let text: String
    package let sentences: [Sentence]
    /// The first 8 hex digits of the SHA-256 of the text.
    package let fingerprint: String
    /// The words of the lead-in to a list that decided the sentences which have none of their own.
    package let leadIn: String?

    package init(text: String, sentences: [Sentence], fingerprint: String, leadIn: String? = nil) {
        self.leadIn = leadIn
        self.text = text
        self.sentences = sentences
        self.fingerprint = fingerprint
    }

    /// The paragraph that `bytes` encode; `nil` if they encode none.
    package init?(bytes: UnsafeBufferPointer<UInt8>) {
        var reader = ByteReader(bytes: bytes)
        guard let fingerprint = reader.bytes(count: 8), let count = reader.number() else { return nil }
        var sentences: [Sentence] = []
        for _ in 0..<count {
            guard let sentence = reader.sentence() else { return nil }
            sentences.append(sentence)
        }
        if sentences.contains(where: \.isLedIn) {
            guard let words = reader.leadIn() else { return nil }
            leadIn = words
        } else {
            leadIn = nil
        }
        self.fingerprint = String(decoding: fingerprint, as: UTF8.self)
        self.sentences = sentences
        text = String(decoding: reader.unread, as: UTF8.self)
    }

    /// The bytes to store.
    package var bytes: [UInt8] {
        var bytes = Array(fingerprint.utf8)
        bytes.append(number: sentences.count)
        for sentence in sentences {
            bytes.append(range: sentence.range)
            bytes.append(number: Int(sentence.saidBy.rawValue))
            bytes.append(number: sentence.because.count)
            for range in sentence.because { bytes.append(range: range) }
        }
        if sentences.contains(where: \.isLedIn) {
            let words = Array((leadIn ?? "").utf8)
            bytes.append(number: words.count)
            bytes += words
        }
        return bytes + text.utf8
    }

    /// The words at a range of the text.
    package func words(at range: Range<Int>) -> Substring {
        let utf8 = text.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
        return text[start..<utf8.index(start, offsetBy: range.count)]
    }
}

extension Sentence {
    /// True if a lead-in decided it.
    fileprivate var isLedIn: Bool { !saidBy.isEmpty && because.isEmpty }
}

extension [UInt8] {
    fileprivate mutating func append(number: Int) {
        var rest = UInt(number)
        while rest >= 0x80 {
            append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        append(UInt8(rest))
    }

    fileprivate mutating func append(range: Range<Int>) {
        append(number: range.lowerBound)
        append(number: range.count)
    }
}
