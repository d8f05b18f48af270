internal import Evidence

/// Where each word of a document's text starts, word by word, by the distances that the file of postings holds.
struct TokenStarts {
    private let text: UnsafeBufferPointer<UInt8>
    private let steps: UnsafeBufferPointer<UInt8>
    private var place = 0
    /// The start of the word last gone to, in bytes of the text.
    private(set) var start = 0

    /// At the first word of a text.
    init(of text: UnsafeBufferPointer<UInt8>, steps: UnsafeBufferPointer<UInt8>) {
        self.text = text
        self.steps = steps
        if let first = steps.first { step(first, over: 0) }
    }

    /// Goes on to a word by its place.
    @inline(__always)
    mutating func advance(to next: Int) {
        while place < next {
            place += 1
            step(steps[place], over: 1)
        }
    }

    /// The words from the one gone to on, as they stand; the first of them is never joined.
    var spans: TextWord.Spans { TextWord.Spans(of: text, from: start) }

    @inline(__always)
    private mutating func step(_ distance: UInt8, over words: Int) {
        if distance == PostingsLayout.longStep {
            start = spans.dropFirst(words).first { _ in true }?.range.lowerBound ?? text.count
        } else {
            start += Int(distance)
        }
    }
}
