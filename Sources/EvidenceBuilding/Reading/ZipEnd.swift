internal import Glibc

/// The end of a zip, which lists its members: one that was cut short has none, and reading it stops without an error.
enum ZipEnd {
    /// Returns true if a file begins as a zip and doesn't end as one.
    static func isMissing(in descriptor: Int32) -> Bool {
        var status = stat()
        guard fstat(descriptor, &status) == 0, bytes(of: descriptor, from: 0, count: 4) == [0x50, 0x4B, 3, 4]
        else { return false }
        let size = Int(status.st_size)
        // 22 bytes, and a comment of up to 65,535.
        let tail = bytes(of: descriptor, from: max(0, size - 22 - 65_535), count: min(size, 22 + 65_535))
        guard tail.count >= 22 else { return true }
        return !(0...tail.count - 22).reversed().contains { start in
            guard tail[start] == 0x50, tail[start + 1] == 0x4B, tail[start + 2] == 5, tail[start + 3] == 6
            else {
                return false
            }
            return start + 22 + Int(tail[start + 20]) + Int(tail[start + 21]) << 8 <= tail.count
        }
    }

    private static func bytes(of descriptor: Int32, from offset: Int, count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let got = pread(
                    descriptor, buffer.baseAddress?.advanced(by: filled), count - filled, offset + filled)
                if got < 0, errno == EINTR { continue }
                guard got > 0 else { break }
                filled += got
            }
        }
    }
}
