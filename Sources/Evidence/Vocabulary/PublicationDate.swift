/// A calendar day, `2025-06-20`, or a month, `2025-06`, as the ids and filters write it.
public struct PublicationDate: Hashable, Sendable {
    private let text: String

    /// The date that `2025-06-20` or `2025-06` names; `nil` if there is no such day or month.
    public init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), parts[0].count == 4,
            parts.dropFirst().allSatisfy({ $0.count == 2 })
        else { return nil }
        let numbers = parts.compactMap(Self.number)
        guard numbers.count == parts.count, numbers[0] > 0, (1...12).contains(numbers[1]) else { return nil }
        guard numbers.count == 2 || (1...Self.days(in: numbers[1], of: numbers[0])).contains(numbers[2])
        else { return nil }
        self.text = text
    }

    /// The date that the CQC prints as `17 May 2024` or `May 2024`, the month in full or by three letters.
    public init?(wording: some StringProtocol) {
        let words = wording.lowercased().split(whereSeparator: \.isWhitespace)
        guard (2...3).contains(words.count), let month = Self.months[words[words.count - 2]] else {
            return nil
        }
        let day = words.count == 3 ? "-" + Self.padded(words[0]) : ""
        self.init("\(words[words.count - 1])-\(Self.padded(month))\(day)")
    }

    /// The month alone, `2024-05`, which stands in ids.
    public var month: String { String(text.prefix(7)) }

    /// The year, the month and, if it is known, the day, as numbers.
    public var numbers: [Int] { text.split(separator: "-").compactMap { Int($0) } }

    /// The month's English name: `June`.
    public var monthName: String { Self.monthNames[numbers[1] - 1] }

    /// The date as people write it: `20 June 2025` or `June 2025`.
    public var inWords: String {
        let month = "\(monthName) \(numbers[0])"
        return numbers.count > 2 ? "\(numbers[2]) \(month)" : month
    }

    private static func padded(_ digits: some StringProtocol) -> String {
        digits.count == 1 ? "0\(digits)" : String(digits)
    }

    /// The number that the digits make.
    ///
    /// `Int` alone would read "+5" too.
    private static func number(_ digits: Substring.UTF8View.SubSequence) -> Int? {
        let zero = UInt8(ascii: "0")
        guard digits.allSatisfy({ (zero...zero + 9).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - zero) }
    }

    private static func days(in month: Int, of year: Int) -> Int {
        let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
        return switch month {
        case 2: isLeap ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]

    /// The number of each month under its full name and its first three letters; pages also have "sept".
    private static let months: [Substring: String] = {
        var months: [Substring: String] = ["sept": "9"]
        for (index, name) in monthNames.enumerated() {
            let name = name.lowercased()
            months[name[...]] = "\(index + 1)"
            months[name.prefix(3)] = "\(index + 1)"
        }
        return months
    }()
}

extension PublicationDate: CustomStringConvertible {
    /// `2025-06-20` or `2025-06`.
    public var description: String { text }
}

extension PublicationDate: Comparable {
    /// The order of the text, in which a month comes before its days.
    public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

extension PublicationDate: Codable {
    /// Reads `"2025-06-20"` or `"2025-06"`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let date = Self(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "\(text) is no date; write 2025-06-20 or 2025-06")
        }
        self = date
    }

    /// Writes the date as a string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
