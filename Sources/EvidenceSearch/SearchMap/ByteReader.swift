internal import Evidence

/// Reads the bytes of a `StoredParagraph` from the first to the last.
struct ByteReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var offset = 0

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The bytes that were not read yet.
    var unread: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[offset...]) }

    mutating func bytes(count: Int) -> Slice<UnsafeBufferPointer<UInt8>>? {
        guard bytes.count - offset >= count else { return nil }
        defer { offset += count }
        return bytes[offset..<offset + count]
    }

    mutating func number() -> Int? {
        var result = 0
        for shift in stride(from: 0, to: 35, by: 7) {
            guard offset < bytes.count else { return nil }
            let byte = bytes[offset]
            offset += 1
            result |= Int(byte & 0x7F) << shift
            if byte < 0x80 { return result }
        }
        return nil
    }

    mutating func range() -> Range<Int>? {
        guard let start = number(), let count = number() else { return nil }
        return start..<start + count
    }

    /// The words of the lead-in behind the sentences; `nil` if they aren't UTF-8.
    mutating func leadIn() -> String? {
        guard let count = number(), let words = bytes(count: count) else { return nil }
        return String(validating: words, as: UTF8.self)
    }

    mutating func sentence() -> Sentence? {
        guard let range = range(), let groups = number(), let count = number() else { return nil }
        var because: [Range<Int>] = []
        for _ in 0..<count {
            guard let range = self.range() else { return nil }
            because.append(range)
        }
        return Sentence(
            range: range, saidBy: SourceGroups(rawValue: UInt16(truncatingIfNeeded: groups)), because: because
        )
    }
}

extension StoredParagraph {
    /// Returns true if the bytes encode a paragraph: a text in UTF-8 and its sentences in order, each around the words that
    /// decided it, none of which cuts a letter.
    static func isSound(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var head = ByteReader(bytes: bytes)
        guard let fingerprint = head.bytes(count: 8), fingerprint.allSatisfy({ $0 < 0x80 }),
            let isLedIn = head.forEachSentence({ _, _ in true }), !isLedIn || head.leadIn() != nil,
            case let text = head.unread, text.areUTF8
        else { return false }
        var again = ByteReader(bytes: bytes)
        _ = again.bytes(count: 8)
        var sentence = 0..<0
        return again.forEachSentence { range, isSentence in
            guard text.holds(range) else { return false }
            if isSentence {
                defer { sentence = range }
                return sentence.upperBound <= range.lowerBound
            }
            return sentence.lowerBound <= range.lowerBound && range.upperBound <= sentence.upperBound
        } != nil
    }
}

extension ByteReader {
    /// Reads all sentences, and hands `body` the range of each, and behind it those that decided it.
    ///
    /// It ends when `body` returns false. Returns true if a lead-in decided one of them; `nil` if `body` returned false or nothing can be read.
    fileprivate mutating func forEachSentence(_ body: (Range<Int>, _ isSentence: Bool) -> Bool) -> Bool? {
        guard let count = number() else { return nil }
        var isLedIn = false
        for _ in 0..<count {
            guard let range = range(), body(range, true), let groups = number(), groups < SourceGroups.end,
                let reasons = number()
            else { return nil }
            if groups != 0, reasons == 0 { isLedIn = true }
            for _ in 0..<reasons {
                guard let range = self.range(), body(range, false) else { return nil }
            }
        }
        return isLedIn
    }
}
