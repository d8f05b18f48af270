internal import Glibc

/// Names of files as text.
///
/// The file system's are bytes and need not be UTF-8: `caf` and the byte E9 is `caf\xE9`.
package enum FileName {
    /// The text of a name or a path, each byte that isn't UTF-8 as `\xE9`; a backslash that would read so is `\x5C`.
    package static func shown(_ bytes: some Collection<UInt8>) -> String {
        if let text = String(validating: bytes, as: UTF8.self), !text.utf8.contains(backslash) { return text }
        var shown = ""
        var rest = Array(bytes)[...]
        while let first = rest.first {
            let isEscape = first == backslash && escaped(rest) != nil
            let length =
                isEscape ? nil : (1...4).first { String(validating: rest.prefix($0), as: UTF8.self) != nil }
            if let length {
                shown += String(decoding: rest.prefix(length), as: UTF8.self)
            } else {
                shown += "\\x" + hex(first)
            }
            rest = rest.dropFirst(length ?? 1)
        }
        return shown
    }

    /// The bytes of a shown name or path, with the zero byte that C expects.
    package static func path(_ shown: String) -> [CChar] {
        guard shown.utf8.contains(backslash) else { return Array(shown.utf8CString) }
        var bytes: [UInt8] = []
        var rest = Array(shown.utf8)[...]
        while let first = rest.first {
            let byte = first == backslash ? escaped(rest) : nil
            bytes.append(byte ?? first)
            rest = rest.dropFirst(byte == nil ? 1 : 4)
        }
        return bytes.map { CChar(bitPattern: $0) } + [0]
    }

    /// The arguments of this program; what isn't UTF-8 in them is shown.
    package static var arguments: [String] {
        CommandLine.unsafeArgv.withMemoryRebound(
            to: UnsafeMutablePointer<CChar>?.self, capacity: Int(CommandLine.argc)
        ) { arguments in
            (1..<max(1, Int(CommandLine.argc))).compactMap { index in
                arguments[index].map { text in
                    String(validatingCString: text)
                        ?? shown(UnsafeRawBufferPointer(start: text, count: strlen(text)))
                }
            }
        }
    }

    private static let backslash = UInt8(ascii: "\\")

    /// The byte that `\xE9` at the start of these stands for.
    private static func escaped(_ bytes: ArraySlice<UInt8>) -> UInt8? {
        let escape = bytes.prefix(4)
        guard escape.count == 4, escape[escape.startIndex + 1] == UInt8(ascii: "x") else { return nil }
        let digits = escape.suffix(2)
        guard digits.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x46).contains($0 & ~0x20) }) else {
            return nil
        }
        return UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
    }

    private static func hex(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.count == 1 ? "0" + digits : digits
    }
}
