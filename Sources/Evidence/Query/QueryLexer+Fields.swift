/// `field:value`, with its signs.
extension QueryLexer {
    /// The letters, hyphens and underscores that the name of a filter could be made of.
    func filterName(from start: Int) -> Range<Int> {
        let reach = text.bytes[start...].prefix(QueryLimits.filterName)
        return start..<(reach.firstIndex { !$0.isInFilterName } ?? reach.endIndex)
    }

    /// Takes the filter at `offset`; returns false if there are only words.
    mutating func takeField() throws(RequestError) -> Bool {
        let range = filterName(from: offset)
        // "10:30" is no filter, as its left side begins with a digit.
        guard !range.isEmpty, text.holds(":", at: range.upperBound) else { return false }
        let typed = text.typed(range)
        let start = range.upperBound + 1
        guard let name = FilterName(typed) else {
            // "Note: …" and "https://…" are words, as no value follows.
            guard beginsValue(at: start) else { return false }
            throw .unknownFilter(typed, at: offset)
        }
        let (values, end) = try values(of: name.field, from: start)
        let turns = takeSignsBack()
        add(
            .field(
                FieldValue(
                    name.field, isExcluded: name.isExcluded != turns, values: values, at: offset..<end)),
            end)
        return true
    }

    /// Takes back the signs and the NOT before a filter; returns true if they reverse it.
    private mutating func takeSignsBack() -> Bool {
        var turns = false
        while let last = tokens.last {
            switch last.kind {
            case .plus: break
            case .minus, .not: turns.toggle()
            default: return turns
            }
            tokens.removeLast()
        }
        return turns
    }

    private func beginsValue(at start: Int) -> Bool {
        guard let (scalar, _) = text.scalar(at: start) else { return false }
        return scalar.isQuote || text.word(at: start) != nil
    }

    private func values(
        of field: FilterField, from start: Int
    ) throws(RequestError) -> ([FieldValue.Value], end: Int) {
        var values: [FieldValue.Value] = []
        var next = start
        repeat {
            if !values.isEmpty { next += 1 }
            let (value, end) = try value(from: next)
            guard !value.text.allSatisfy(\.isWhitespace) else { throw .emptyValue(of: field, at: next) }
            values.append(value)
            next = end
        } while text.holds(",", at: next)
        return (values, next)
    }

    private func value(from start: Int) throws(RequestError) -> (FieldValue.Value, end: Int) {
        let quoted = text.scalar(at: start).flatMap { $0.0.isQuote ? $0.next : nil }
        var end = quoted ?? start
        while let (scalar, next) = text.scalar(at: end), quoted == nil ? !scalar.endsValue : !scalar.isQuote {
            guard !scalar.isControl else { throw .controlCharacter(at: end) }
            end = next
        }
        let value = FieldValue.Value(text.typed((quoted ?? start)..<end), at: start)
        guard quoted != nil else { return (value, end) }
        guard let (_, after) = text.scalar(at: end) else { throw .unclosedQuote(at: start) }
        return (value, after)
    }
}

extension UInt8 {
    fileprivate var isInFilterName: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        default: self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
        }
    }
}

extension Unicode.Scalar {
    fileprivate var endsValue: Bool { isSpace || isQuote || self == "," || self == "(" || self == ")" }
}
