internal import Crypto
internal import EvidenceSearch

extension String {
    /// 8 hex digits of its SHA-256.
    package var shortHash: String { SHA256.hash(data: Array(utf8)).hex(bytes: 4) }

    /// The name itself if it has at most so many bytes; else its beginning, "~", and 8 hex digits of its SHA-256.
    ///
    /// An end such as ".txt" stays, so that a shortened name still says what it names.
    package func shortened(toBytes most: Int) -> String {
        guard utf8.count > most else { return self }
        let hash = "~" + shortHash
        let dot = lastIndex(of: ".") ?? endIndex
        let end = self[dot...].utf8.count <= 10 && !self[dot...].contains("/") ? self[dot...] : ""
        let room = most - hash.utf8.count - end.utf8.count
        var index = utf8.index(startIndex, offsetBy: room)
        while index.samePosition(in: unicodeScalars) == nil { index = utf8.index(before: index) }
        return String(self[..<index]) + hash + String(end)
    }
}
