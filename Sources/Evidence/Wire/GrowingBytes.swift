/// Bytes that grow at their end, with one look for room for all of a piece.
///
/// Memory of its own: an answer is a thousand pieces, and an array asks at each whether it is shared.
struct GrowingBytes: ~Copyable {
    private var start: UnsafeMutablePointer<UInt8>
    private var room = 65_536
    private var count = 0

    init() { start = .allocate(capacity: room) }

    deinit { start.deallocate() }

    /// What was appended so far.
    var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

    /// Returns what was appended since the last call.
    mutating func take() -> [UInt8] {
        defer { count = 0 }
        return bytes
    }

    /// Appends one byte.
    @inline(__always)
    mutating func append(_ byte: UInt8) {
        makeRoom(for: 1)
        start[count] = byte
        count += 1
    }

    /// Appends bytes.
    @inline(__always)
    mutating func append(contentsOf bytes: UnsafeBufferPointer<UInt8>) {
        guard let first = bytes.baseAddress else { return }
        makeRoom(for: bytes.count)
        (start + count).update(from: first, count: bytes.count)
        count += bytes.count
    }

    /// Appends a number's decimal digits.
    mutating func append(_ number: Int) {
        if number < 0 { append(UInt8(ascii: "-")) }
        var rest = number.magnitude
        let first = count
        repeat {
            append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        var digits = UnsafeMutableBufferPointer(start: start + first, count: count - first)
        digits.reverse()
    }

    @inline(__always)
    private mutating func makeRoom(for more: Int) {
        if room - count < more { grow(by: more) }
    }

    private mutating func grow(by more: Int) {
        room += max(room, more)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: room)
        larger.update(from: start, count: count)
        start.deallocate()
        start = larger
    }
}
