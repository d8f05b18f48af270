/// The slug of a name: small letters without accents, every run of other characters than letters and digits one hyphen.
///
/// `Safe systems, pathways and transitions` becomes `safe-systems-pathways-and-transitions`. Only ASCII
/// letters and digits stay, so a slug is safe in a URL path and in a shell without quoting. The numbers of notes go.
public func slug(_ name: some StringProtocol) -> String {
    var result: [UInt8] = []
    var form: [UInt8] = []
    for scalar in name.unicodeScalars where !scalar.isNoteMark {
        form.removeAll(keepingCapacity: true)
        if scalar.isASCII {
            form.append(UInt8(scalar.value).lowered)
        } else {
            FoldingTable.shared.append(scalar, to: &form)
        }
        for byte in form {
            if byte.isASCIILetterOrDigit {
                result.append(byte)
            } else if !result.isEmpty, result.last != UInt8(ascii: "-") {
                result.append(UInt8(ascii: "-"))
            }
        }
    }
    if result.last == UInt8(ascii: "-") { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
}
