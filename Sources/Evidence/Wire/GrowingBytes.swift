/// Bytes that grow at their end, with one look for room for all of a piece.
struct GrowingBytes {
    private var room: [UInt8] = []
    private var end = 0

    /// What was appended so far.
    var bytes: [UInt8] { Array(room[..<end]) }

    /// Appends one byte.
    @inline(__always)
    mutating func append(_ byte: UInt8) {
        append(atMost: 1) {
            $0[0] = byte
            return 1
        }
    }

    /// Appends bytes.
    @inline(__always)
    mutating func append(contentsOf bytes: UnsafeBufferPointer<UInt8>) {
        append(atMost: bytes.count) { end in
            if let start = bytes.baseAddress { end.update(from: start, count: bytes.count) }
            return bytes.count
        }
    }

    /// Appends what `body` writes, which says how many bytes these are.
    @inline(__always)
    mutating func append(atMost most: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
        if room.count - end < most { grow(by: most) }
        let place = end
        end += room.withUnsafeMutableBufferPointer { room in
            room.baseAddress.map { body($0 + place) } ?? 0
        }
    }

    private mutating func grow(by most: Int) {
        room += repeatElement(0, count: max(room.count, most, 4_096))
    }
}
