extension Line {
    /// A text with ranges of its UTF-8 in a style; leaves out ranges that don't fit the text.
    init(_ text: String, marking ranges: [Range<Int>], as style: Style) {
        self.init()
        let utf8 = Array(text.utf8)
        var end = 0
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound })
        where range.lowerBound >= end && range.upperBound <= utf8.count {
            append(utf8[end..<range.lowerBound], .plain)
            append(utf8[range], style)
            end = range.upperBound
        }
        append(utf8[end...], .plain)
    }

    private mutating func append(_ utf8: ArraySlice<UInt8>, _ style: Style) {
        if !utf8.isEmpty { runs.append(Run(String(decoding: utf8, as: UTF8.self), style)) }
    }
}
