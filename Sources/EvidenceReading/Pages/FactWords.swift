/// The words and numbers of a short line that states a fact, in lower case and without the signs between them.
///
/// `Score: 3/4` and `Score3 / 4` both are `score`, `3`, `/`, `4`: tags that stood between have left no space.
struct FactWords {
    private(set) var words: ArraySlice<Substring>

    init(words: ArraySlice<Substring>) { self.words = words }

    init(_ text: String) {
        var words: [Substring] = []
        var rest = text.lowercased()[...]
        while let first = rest.first {
            let end: Substring.Index
            if first.isNumber {
                end = Self.endOfNumber(rest)
            } else if first.isLetter {
                end = rest.firstIndex { !$0.isLetter && !"’'".contains($0) } ?? rest.endIndex
            } else {
                end = rest.index(after: rest.startIndex)
                if first != "/" {
                    rest = rest[end...]
                    continue
                }
            }
            words.append(rest[..<end])
            rest = rest[end...]
        }
        self.words = words[...]
    }

    /// `78`, `2.5` or `56%`; a point before a space is a full stop.
    private static func endOfNumber(_ text: Substring) -> Substring.Index {
        var end = text.firstIndex { !$0.isNumber } ?? text.endIndex
        if end < text.endIndex, text[end] == "." {
            let fraction = text[text.index(after: end)...].prefix(while: \.isNumber)
            if !fraction.isEmpty { end = fraction.endIndex }
        }
        if end < text.endIndex, text[end] == "%" { end = text.index(after: end) }
        return end
    }

    var isEmpty: Bool { words.isEmpty }

    /// Takes a word off the front if it is one of these.
    mutating func take(_ expected: Set<String>) -> Substring? {
        guard let first = words.first, expected.contains(String(first)) else { return nil }
        return words.removeFirst()
    }

    /// Takes these words off the front if all are there.
    mutating func take(all expected: [String]) -> Bool {
        guard words.starts(with: expected, by: { $0 == $1 }) else { return false }
        words.removeFirst(expected.count)
        return true
    }

    /// Takes a whole number off the front: `78`, `78%`, `three`.
    mutating func takeNumber() -> (value: Int, isPercent: Bool)? {
        guard let first = words.first else { return nil }
        let isPercent = first.last == "%"
        guard let value = Self.names[first] ?? Int(isPercent ? first.dropLast() : first) else { return nil }
        words.removeFirst()
        return (value, isPercent)
    }

    private static let names: [Substring: Int] = ["one": 1, "two": 2, "three": 3, "four": 4]
}
