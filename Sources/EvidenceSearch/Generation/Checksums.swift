internal import Crypto
internal import Dispatch
internal import Synchronization

/// The SHA-256 of each file of a generation, which stand in `SHA256SUMS` beside them.
///
/// Xapian's tables hold no checksums: without these a bit that flipped on the disk would be a wrong answer. Whoever
/// has no program at hand checks a generation with `sha256sum -c SHA256SUMS`.
package struct Checksums {
    /// The file that holds them.
    package static let file = "SHA256SUMS"

    /// By each file's path below the generation's folder, in lower-case hex digits.
    private let sums: [String: String]

    /// Those of the files below a folder as they are now, worked out on all cores.
    package init(of folder: String) throws(IndexError) {
        let paths = try Files.below(folder).others.filter { $0 != Self.file }
        let found = Mutex<[String: Result<String, IndexError>]>([:])
        DispatchQueue.concurrentPerform(iterations: paths.count) { index in
            let path = paths[index]
            let sum = Result { () throws(IndexError) in try Self.sum(of: "\(folder)/\(path)") }
            found.withLock { $0[path] = sum }
        }
        var sums: [String: String] = [:]
        for (path, sum) in found.withLock({ $0 }) { sums[path] = try sum.get() }
        self.sums = sums
    }

    /// The faults of a generation's files, each in a few words; empty if the files are as they were written.
    package static func faults(in folder: String) throws(IndexError) -> [String] {
        guard let written = try text(in: folder) else { return ["\(file) is missing"] }
        let found = try Checksums(of: folder)
        guard found.text != written else { return [] }
        let faults = found.differences(from: lines(of: written))
        return faults.isEmpty ? ["\(file) isn't as it was written"] : faults
    }

    /// Throws where a file of the generation in `folder`, of the index at `index`, isn't as it was written.
    package static func check(_ folder: String, index: String) throws(IndexError) {
        let faults = try faults(in: folder)
        guard let fault = faults.first else { return }
        let others = faults.count > 1 ? ", nor are \(faults.count - 1) others" : ""
        throw .damaged(path: index, reason: fault + others)
    }

    /// Returns true if the bytes of a file are as they were written, or if nothing records how they were written.
    static func confirm(_ path: String, _ bytes: [UInt8], in folder: String) throws(IndexError) -> Bool {
        guard let text = try text(in: folder) else { return true }
        return lines(of: text)[path] == SHA256.hash(data: bytes).hex(bytes: 32)
    }

    private func differences(from written: [String: String]) -> [String] {
        Set(sums.keys).union(written.keys).sorted().compactMap { path in
            guard let found = sums[path] else { return "\(path), which \(Self.file) lists, is missing" }
            guard let sum = written[path] else { return "\(path) isn't in \(Self.file)" }
            return found == sum ? nil : "\(path) isn't as \(Self.file) has it"
        }
    }

    /// As `sha256sum` prints them.
    package var text: String {
        sums.sorted { $0.key < $1.key }.map { "\($0.value)  \($0.key)\n" }.joined()
    }

    private static func text(in folder: String) throws(IndexError) -> String? {
        try Files.bytes(of: "\(folder)/\(file)").map { String(decoding: $0, as: UTF8.self) }
    }

    private static func lines(of text: String) -> [String: String] {
        let lines = text.split(separator: "\n").map {
            $0.split(separator: "  ", maxSplits: 1).map(String.init)
        }
        return Dictionary(
            lines.filter { $0.count == 2 }.map { ($0[1], $0[0]) }, uniquingKeysWith: { first, _ in first })
    }

    /// The sum of a file; of anything else, words that equal no sum.
    private static func sum(of path: String) throws(IndexError) -> String {
        var hash = SHA256()
        let isFile = try Files.read(path) { hash.update(bufferPointer: $0) }
        return isFile ? hash.finalize().hex(bytes: 32) : "no file"
    }
}
