internal import Evidence

/// The start of each word of a document's text, word by word, by the distances that the index holds.
struct TokenStarts {
    private let text: UnsafeBufferPointer<UInt8>
    private let steps: UnsafeBufferPointer<UInt8>
    private var position = 0
    /// The start of the current word, in bytes of the text.
    private(set) var start = 0

    /// The starts of a text's words; the first is the current one.
    init(of text: UnsafeBufferPointer<UInt8>, steps: UnsafeBufferPointer<UInt8>) {
        self.text = text
        self.steps = steps
        if let first = steps.first { step(first, over: 0) }
    }

    /// Goes on to the word at a position.
    @inline(__always)
    mutating func advance(to next: Int) {
        while position < next {
            position += 1
            step(steps[position], over: 1)
        }
    }

    /// The words from the current one on, as they stand; the first of them is never joined.
    var spans: TextWord.Spans { TextWord.Spans(of: text, from: start) }

    @inline(__always)
    private mutating func step(_ distance: UInt8, over words: Int) {
        if distance == SearchMapLayout.longStep {
            start = spans.dropFirst(words).first { _ in true }?.range.lowerBound ?? text.count
        } else {
            start += Int(distance)
        }
    }
}
