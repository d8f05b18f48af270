/// Random paragraphs and queries, the same ones in every run.
struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    private static let words = [
        "care", "carer", "carers", "caring", "home", "homes", "hospital", "hospitals", "discharge",
        "discharged", "delay", "delays", "delayed", "wait", "waits", "waiting", "support", "supported",
        "respite", "review", "reviews", "lamp", "lantern", "harbour", "ferry", "of", "the", "and", "to",
        "co-production", "coproduction", "out-of-borough", "step-down", "don’t", "2,500", "safeguarding",
        "MCA", "asc", "reablement", "advice", "housing", "long", "short", "break", "breaks", "hard", "reach",
    ]
    private static let openings = [
        "Partners told us", "Staff said", "Senior leaders told us", "Unpaid carers said", "People told us",
        "National data showed", "Providers said", "The strategy said", "", "", "",
    ]

    /// A number below `bound`: xorshift.
    mutating func roll(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(bound))
    }

    private mutating func pick<Value>(_ values: [Value]) -> Value { values[roll(values.count)] }

    private mutating func words(_ count: Int) -> String {
        // The square makes the first words common and the last rare.
        (0..<count).map { _ in
            let share = roll(1_000) * roll(1_000) / 1_000
            return Self.words[share * Self.words.count / 1_000]
        }.joined(separator: " ")
    }

    /// One to four sentences of somebody or nobody.
    mutating func paragraph() -> String {
        (0...roll(4)).map { _ in
            let opening = pick(Self.openings)
            return (opening.isEmpty ? "It was noted that" : opening) + " \(words(4 + roll(12)))."
        }.joined(separator: " ")
    }

    /// A query of any kind that the language has.
    mutating func query() -> String {
        switch roll(14) {
        case 0: "\"\(words(2))\""
        case 1: "\"\(words(3))\" \(words(1))"
        case 2: "+\(word()) \(words(2))"
        case 3: "\(words(2)) -\(word())"
        case 4: "\(word().prefix(3))*"
        case 5: near(2)
        case 6: "(\(word()) OR \(word())) \(words(1))"
        case 7: "\(word()) AND \(word()) NOT \(word())"
        case 8: "co-production \(words(1))"
        case 9: "\"care \(words(roll(2))) care\""
        case 10: near(3)
        default: "\(word()) \(words(roll(4)))"
        }
    }

    /// Words near one another: mostly within a few, sometimes within all the paragraph.
    private mutating func near(_ count: Int) -> String {
        let near = " NEAR/\(pick([1, 2, 3, 4, 5, 6, 20, 100])) "
        return (0..<count).map { _ in word() }.joined(separator: near)
    }

    /// A word of letters alone.
    private mutating func word() -> String {
        var word = "the"
        while word.count < 4 || !word.allSatisfy(\.isLetter) { word = pick(Self.words) }
        return word
    }

    /// Filters and a way of matching, or none.
    mutating func parameters() -> [(String, String)] {
        let filters: [(String, String)?] = [
            pick([
                nil, nil, nil, ("said_by", "partners"), ("said_by", "staff,people"),
                ("not_said_by", "assessor"),
            ]),
            pick([
                nil, nil, ("score", "1..2"), ("authority", "wexcombe"), ("not_authority", "wexcombe"),
                ("region", "london,none"),
            ]),
            pick([
                nil, nil, ("theme", "leadership"), ("statement", "safeguarding"), ("published", "2012..2020"),
            ]),
            pick([nil, nil, nil, ("score", "none,2"), ("not_published", "none"), ("authority_type", "none")]),
            pick([nil, ("match", "all"), ("match", "any")]),
            pick([nil, ("exact", "true")]),
        ]
        return filters.compactMap(\.self)
    }
}
