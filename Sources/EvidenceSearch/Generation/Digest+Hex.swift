package import Crypto

extension Digest {
    /// The first `bytes` bytes in lower-case hex digits.
    package func hex(bytes: Int) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: prefix(bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
