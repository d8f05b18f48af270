/// A range of dates, as `published:2025-01..2025-06` gives it; one end may be open.
public struct DateRange: Hashable, Sendable {
    /// The first year, month or day; `nil` for no beginning.
    public let from: String?
    /// The last year, month or day, itself included; `nil` for no end.
    public let to: String?

    /// The range that a text names; `nil` if it names none.
    public init?(_ text: String) {
        let ends = Self.ends(of: text)
        guard ends.from != nil || ends.to != nil, ends.from.map(Self.isDate) ?? true,
            ends.to.map(Self.isDate) ?? true
        else { return nil }
        (from, to) = ends
        // "0" stands before every date, and none after "~".
        guard from ?? "0" <= (to ?? "") + "~" else { return nil }
    }

    /// The lowest and the highest text that a date in the range can have, compared byte by byte.
    ///
    /// The end of `..2025-06` is `2025-06~`, which stands behind every day of that month.
    public var bounds: ClosedRange<String> { (from ?? "0")...((to ?? "") + "~") }

    /// Returns true if a day, `2025-06-20`, or a month, `2025-06`, is in the range.
    public func contains(_ date: String) -> Bool { bounds.contains(date) }

    /// True if an end is a day.
    var hasDays: Bool { [from, to].contains { $0?.utf8.count == 10 } }

    private static func ends(of text: String) -> (from: String?, to: String?) {
        guard let (low, high) = rangeEnds(of: text) else { return (text, text) }
        return (low.isEmpty ? nil : low, high.isEmpty ? nil : high)
    }

    private static func isDate(_ text: String) -> Bool {
        // A year alone is no date, but a range can end in one.
        PublicationDate(text) != nil || text.utf8.count == 4 && PublicationDate(text + "-01") != nil
    }
}

/// The texts before and behind `..`; `nil` if there is no `..`.
func rangeEnds(of text: String) -> (low: String, high: String)? {
    let bytes = Array(text.utf8)
    let dot = UInt8(ascii: ".")
    guard let index = bytes.indices.dropLast().first(where: { bytes[$0] == dot && bytes[$0 + 1] == dot })
    else { return nil }
    let high = bytes[(index + 2)...]
    return (String(decoding: bytes[..<index], as: UTF8.self), String(decoding: high, as: UTF8.self))
}
