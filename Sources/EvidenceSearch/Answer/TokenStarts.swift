internal import Evidence

/// The place of each word of a document's text, word by word, by the distances that the index holds.
struct TokenStarts {
    private let text: UnsafeBufferPointer<UInt8>
    private let steps: UnsafeBufferPointer<UInt8>
    /// The words of a text in which folding changes more than capitals: few texts are, and these are read whole.
    private let folded: [TextWord.Span]?
    private var position = 0
    /// The start of the current word, in bytes of the text.
    private(set) var start = 0

    /// The places of a text's words; the first is the current one.
    init(of text: UnsafeBufferPointer<UInt8>, steps: UnsafeBufferPointer<UInt8>) {
        self.text = text
        self.steps = steps
        folded = TextWord.foldedSpans(of: text)
        if folded != nil {
            jump(to: 0)
        } else if let first = steps.first {
            step(first, over: 0)
        }
    }

    /// Goes on to the word at a position.
    @inline(__always)
    mutating func advance(to next: Int) {
        guard folded == nil else { return jump(to: next) }
        while position < next {
            position += 1
            step(steps[position], over: 1)
        }
    }

    /// The end of the current word, in bytes of the text; `nil` behind the last.
    var end: Int? {
        guard let folded else { return spans.first { _ in true }?.range.upperBound }
        return position < folded.count ? folded[position].range.upperBound : nil
    }

    /// The number of words that hyphens alone join to the current one.
    var joinedCount: Int {
        guard let folded else { return spans.dropFirst().prefix(while: \.isJoined).count }
        return folded.dropFirst(position + 1).prefix(while: \.isJoined).count
    }

    /// The words from the current one on, as they stand; the first of them is never joined.
    private var spans: TextWord.Spans { TextWord.Spans(of: text, from: start) }

    @inline(never)
    private mutating func jump(to next: Int) {
        position = next
        start = folded.flatMap { next < $0.count ? $0[next].range.lowerBound : nil } ?? text.count
    }

    @inline(__always)
    private mutating func step(_ distance: UInt8, over words: Int) {
        if distance == SearchMapLayout.longStep {
            start = spans.dropFirst(words).first { _ in true }?.range.lowerBound ?? text.count
        } else {
            start += Int(distance)
        }
    }
}
