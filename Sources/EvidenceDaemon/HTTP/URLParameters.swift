internal import Evidence

/// The parameters of a URL: `q=hospital+discharge&score=2`.
struct URLParameters {
    let query: String

    /// The names and values in order, decoded; `+` is a space, as forms write it.
    func decoded() throws(RequestError) -> [(name: String, value: String)] {
        var parameters: [(name: String, value: String)] = []
        for pair in query.split(separator: "&") {
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            parameters.append(
                (
                    try Self.decoded(sides[0], plusIsSpace: true),
                    sides.count > 1 ? try Self.decoded(sides[1], plusIsSpace: true) : ""
                ))
        }
        return parameters
    }

    /// The text that percent signs encode; what isn't UTF-8 behind them is an error.
    static func decoded(_ text: Substring, plusIsSpace: Bool) throws(RequestError) -> String {
        var bytes: [UInt8] = []
        var rest = text.utf8
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%") {
                let digits = rest.prefix(2)
                // UInt8 would take +f for 15.
                guard digits.count == 2, digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }),
                    let decoded = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
                else { throw .badEncoding(String(text)) }
                bytes.append(decoded)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(plusIsSpace && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        guard let decoded = String(validating: bytes, as: UTF8.self) else { throw .badEncoding(String(text)) }
        return decoded
    }
}
