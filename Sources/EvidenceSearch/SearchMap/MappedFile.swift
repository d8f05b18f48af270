internal import Glibc

/// A file mapped into memory, to be read: the kernel's pages, shared by all, none of them the process's own.
///
/// A generation's files never change and stay readable while they are open, also when they were removed.
// @unchecked: nobody writes to the bytes, and they go only with the last reference.
final class MappedFile: @unchecked Sendable {
    private let bytes: UnsafeRawBufferPointer

    /// Maps the file at `path`: `mmap(2)`.
    init(path: String) throws(IndexError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .system(path) }
        let count = Int(status.st_size)
        guard count > 0 else { throw .damaged(path: path, reason: "it is empty") }
        guard let start = mmap(nil, count, PROT_READ, MAP_SHARED, descriptor, 0), start != MAP_FAILED else {
            throw .system(path)
        }
        bytes = UnsafeRawBufferPointer(start: start, count: count)
    }

    deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }

    /// How many bytes the file has.
    var count: Int { bytes.count }

    /// `count` values from the byte `offset` on, which live as long as this object; `nil` if the file does not
    /// hold them.
    func values<Value: BitwiseCopyable>(_: Value.Type, at offset: Int, count: Int) -> UnsafeBufferPointer<
        Value
    >? {
        let (size, isTooLarge) = count.multipliedReportingOverflow(by: MemoryLayout<Value>.stride)
        guard !isTooLarge, offset >= 0, count >= 0, offset % MemoryLayout<Value>.alignment == 0,
            offset <= bytes.count, size <= bytes.count - offset
        else { return nil }
        return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + size]).bindMemory(to: Value.self)
    }
}
