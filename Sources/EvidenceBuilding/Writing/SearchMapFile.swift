internal import EvidenceSearch
internal import Glibc

/// Writes a `search.map`, its arrays in any order, each as a whole or piece by piece.
final class SearchMapFile {
    private let path: String
    private let file: UnsafeMutablePointer<FILE>
    private var head = [UInt64](repeating: 0, count: SearchMapLayout.headCount)
    private var offset = 0

    /// Begins the file in a folder.
    init(folder: String) throws(IndexError) {
        path = folder + "/" + SearchMap.name
        guard let file = fopen(path, "wb") else { throw .system(path) }
        self.file = file
        head[0] = SearchMapLayout.mark
        try write(head)
    }

    deinit { fclose(file) }

    /// Writes an array that `body` makes of pieces.
    func section<Value: BitwiseCopyable>(
        _ section: SearchMapLayout.Section, of _: Value.Type,
        _ body: ((UnsafeBufferPointer<Value>) throws -> Void) throws -> Void
    ) throws {
        try pad()
        let start = offset
        try body { try self.write($0) }
        head[1 + 2 * section.rawValue] = UInt64(start)
        head[2 + 2 * section.rawValue] = UInt64((offset - start) / MemoryLayout<Value>.stride)
    }

    /// Writes an array.
    func section<Value: BitwiseCopyable>(_ section: SearchMapLayout.Section, _ values: [Value]) throws {
        try self.section(section, of: Value.self) { append in try values.withUnsafeBufferPointer(append) }
    }

    /// Writes names one after another, and where each starts.
    func names(
        _ names: some Sequence<[UInt8]>, _ bytes: SearchMapLayout.Section, _ starts: SearchMapLayout.Section
    ) throws {
        var ends: [UInt32] = [0]
        try section(bytes, of: UInt8.self) { append in
            for name in names {
                try name.withUnsafeBufferPointer(append)
                ends.append((ends.last ?? 0) + UInt32(name.count))
            }
        }
        try section(starts, ends)
    }

    /// Completes the file.
    func finish() throws(IndexError) {
        rewind(file)
        try write(head)
        guard fflush(file) == 0 else { throw .system(path) }
    }

    private func pad() throws(IndexError) {
        try write([UInt8](repeating: 0, count: (8 - offset % 8) % 8))
    }

    private func write<Value: BitwiseCopyable>(_ values: [Value]) throws(IndexError) {
        try values.withUnsafeBufferPointer { values throws(IndexError) in try write(values) }
    }

    private func write<Value: BitwiseCopyable>(_ values: UnsafeBufferPointer<Value>) throws(IndexError) {
        let bytes = UnsafeRawBufferPointer(values)
        guard fwrite(bytes.baseAddress, 1, bytes.count, file) == bytes.count else { throw .system(path) }
        offset += bytes.count
    }
}
