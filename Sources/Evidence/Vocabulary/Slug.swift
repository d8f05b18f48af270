/// The slug of a name: lower case, every run of other characters than letters and digits one hyphen.
///
/// `Safe systems, pathways and transitions` becomes `safe-systems-pathways-and-transitions`. Only ASCII
/// letters and digits stay, so a slug is safe in a URL path and in a shell without quoting.
public func slug(_ name: some StringProtocol) -> String {
    var result: [UInt8] = []
    for byte in name.lowercased().utf8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            result.append(byte)
        default:
            if !result.isEmpty, result.last != UInt8(ascii: "-") { result.append(UInt8(ascii: "-")) }
        }
    }
    if result.last == UInt8(ascii: "-") { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
}
