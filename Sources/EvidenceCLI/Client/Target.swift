/// The path and the parameters of a request.
struct Target {
    typealias Parameter = (name: String, value: String)

    var path: String
    var parameters: [Parameter] = []

    /// The query, which errors point into; `nil` if the request has none.
    var query: String? { parameters.first { $0.name == "q" }?.value }

    /// The target as the first line of a request has it.
    var encoded: String {
        let pairs = parameters.map { "\($0.name)=\(percentEncoded($0.value))" }
        let path = percentEncoded(path, keeping: "/")
        return pairs.isEmpty ? path : path + "?" + pairs.joined(separator: "&")
    }
}

/// Returns the text with all but letters, digits and `-._~` as `%` and two hex digits (RFC 3986, 2.3).
private func percentEncoded(_ text: String, keeping kept: String = "") -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    let plain = Set("-._~".utf8).union(kept.utf8)
    var result: [UInt8] = []
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            result.append(byte)
        case let byte where plain.contains(byte): result.append(byte)
        default: result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
    }
    return String(decoding: result, as: UTF8.self)
}
