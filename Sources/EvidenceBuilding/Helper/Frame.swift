internal import CReadPage
internal import EvidenceReading

/// What the helper says.
struct Frame {
    let kind: rp_kind
    let bytes: [UInt8]

    /// The bytes as text.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The number, or the structure of numbers, that the bytes begin with; `nil` if they are fewer.
    func value<Value: BitwiseCopyable>(_ type: Value.Type) -> Value? {
        guard bytes.count >= MemoryLayout<Value>.size else { return nil }
        return bytes.withUnsafeBytes { $0.loadUnaligned(as: type) }
    }

    /// A number, or a structure of numbers, as the bytes of a frame.
    static func bytes<Value: BitwiseCopyable>(of value: Value) -> [UInt8] {
        withUnsafeBytes(of: value, Array.init)
    }

    /// The error that it means in place of an answer.
    var fault: any Error {
        guard [RP_TOO_LARGE, RP_UNREADABLE, RP_DAMAGED].contains(kind) else {
            return PageError.endsReader(how: "its answer can't be understood")
        }
        let message = String(decoding: bytes.prefix(Self.longestReason), as: UTF8.self)
        return ReadingFault(isTooLarge: kind == RP_TOO_LARGE, message: message)
    }

    /// The bytes of a reason that are shown.
    private static let longestReason = 500
}

/// The helper's reason why a page or an archive, or a part of it, can't be read.
struct ReadingFault: Error, CustomStringConvertible {
    /// Returns true if there is more than is read.
    let isTooLarge: Bool
    /// The words of libxml2 or libarchive.
    let message: String

    var description: String { message }
}
