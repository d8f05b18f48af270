internal import Evidence

/// The words and numbers of a line with a date, in lower case: `5th March, 2025` is `5`, `th`, `march`, `2025`.
struct DateWords {
    var words: ArraySlice<Substring>

    init(_ text: String) {
        var words: [Substring] = []
        var rest = text.lowercased()[...]
        while let first = rest.first {
            let isNumber = first.isNumber
            let end = rest.firstIndex { isNumber ? !$0.isNumber : !$0.isLetter } ?? rest.endIndex
            guard end > rest.startIndex else {
                rest.removeFirst()
                continue
            }
            words.append(rest[..<end])
            rest = rest[end...]
        }
        self.words = words[...]
    }

    var isEmpty: Bool { words.isEmpty }

    /// True if a number is among the words, as in every date.
    var hasNumber: Bool { words.contains { $0.first?.isNumber == true } }

    /// Takes the words off the front that are among these.
    mutating func skip(_ unwanted: Set<Substring>) { words = words.drop(while: unwanted.contains) }

    /// Takes a date and the time of day behind it off the front: `5th March 2025`, `March 5, 2025`, `March 2025`,
    /// `2025-03-05T09:30Z`, and with the day first, as in Britain, `05/03/2025`.
    mutating func takeDate() -> PublicationDate? {
        var rest = self
        rest.skip(Self.weekdays.union(["on", "the", "in"]))
        guard let date = rest.takeWorded() ?? rest.takeNumbers() else { return nil }
        rest.takeTime()
        self = rest
        return date
    }

    private mutating func takeWorded() -> PublicationDate? {
        var rest = self
        let before = rest.takeDay()
        rest.skip(["of"])
        guard let month = rest.words.popFirst(), Self.isMonth(month) else { return nil }
        let after = before == nil && rest.words.count > 1 ? rest.takeDay() : nil
        guard let year = rest.takeYear() else { return nil }
        let day = (before ?? after).map { $0 + " " } ?? ""
        guard let date = PublicationDate(wording: "\(day)\(month) \(year)") else { return nil }
        self = rest
        return date
    }

    /// Takes `2025 03 05`, `2025 03`, `05 03 2025` or `05 03 25`.
    private mutating func takeNumbers() -> PublicationDate? {
        let numbers = words.prefix(3).prefix { $0.allSatisfy(\.isNumber) }.map {
            $0.count == 1 ? "0\($0)" : "\($0)"
        }
        var date: PublicationDate?
        var count = numbers.count
        if numbers.first?.count == 4 {
            date = PublicationDate(numbers.joined(separator: "-"))
        } else if count == 3 {
            let year = numbers[2].count == 2 ? "20" + numbers[2] : numbers[2]
            date = PublicationDate("\(year)-\(numbers[1])-\(numbers[0])")
        }
        if date == nil, numbers.first?.count == 4, count == 3 {
            // `2025-03 17:30`
            count = 2
            date = PublicationDate(numbers.prefix(2).joined(separator: "-"))
        }
        if date != nil { words = words.dropFirst(count) }
        return date
    }

    private mutating func takeDay() -> String? {
        guard let first = words.first, first.count <= 2, first.allSatisfy(\.isNumber) else { return nil }
        words.removeFirst()
        skip(["st", "nd", "rd", "th"])
        return String(first)
    }

    private mutating func takeYear() -> Substring? {
        guard let first = words.first, first.count == 4, first.allSatisfy(\.isNumber) else { return nil }
        return words.removeFirst()
    }

    private mutating func takeTime() {
        var rest = self
        rest.skip(["at", "t"])
        let numbers = rest.words.prefix {
            $0.count <= 2 && $0.allSatisfy(\.isNumber) || $0.count == 3 && $0.allSatisfy(\.isNumber)
        }
        guard (1...6).contains(numbers.count) else { return }
        rest.words = rest.words.dropFirst(numbers.count)
        rest.skip(["am", "pm", "z", "gmt", "bst"])
        self = rest
    }

    private static func isMonth(_ word: Substring) -> Bool { PublicationDate(wording: "\(word) 2000") != nil }

    private static let weekdays: Set<Substring> = {
        let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        return Set(names.flatMap { [$0[...], $0.prefix(3)] })
    }()
}
