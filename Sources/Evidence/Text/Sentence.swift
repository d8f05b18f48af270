/// A sentence of a paragraph, with who said it.
public struct Sentence: Equatable, Sendable {
    /// The sentence's bytes of UTF-8 in the paragraph's text, without the white space around it.
    public let range: Range<Int>
    /// The source groups that the sentence itself names; empty if it names nobody, never `assessor`.
    public let saidBy: SourceGroups
    /// The words that decided it, in bytes of UTF-8 of the paragraph's text; empty if it names nobody.
    public let because: [Range<Int>]
    /// The name of the rule that decided it; `nil` if the sentence names nobody.
    public let rule: String?

    /// A sentence at `range`, said by nobody unless told otherwise.
    public init(
        range: Range<Int>, saidBy: SourceGroups = [], because: [Range<Int>] = [], rule: String? = nil
    ) {
        self.range = range
        self.saidBy = saidBy
        self.because = because
        self.rule = rule
    }
}
