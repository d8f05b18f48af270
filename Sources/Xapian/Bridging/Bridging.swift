package import CXapian

/// Calls into C and throws what it reports: the one place where a status becomes an error.
package func check(
    _ call: (_ message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> cx_status
) throws(XapianError) {
    var message: UnsafeMutablePointer<CChar>?
    let status = call(&message)
    guard status != CX_OK else { return }
    defer { cx_free(message) }
    throw XapianError(
        status: status, message: message.map { String(cString: $0) } ?? "no message from Xapian")
}

/// Makes a handle by a call that hands it back by out-parameter.
package func handle(
    _ make: (
        _ out: UnsafeMutablePointer<OpaquePointer?>,
        _ message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
    ) -> cx_status
) throws(XapianError) -> OpaquePointer {
    var result: OpaquePointer?
    try check { make(&result, $0) }
    guard let result else { throw XapianError(status: CX_INTERNAL, message: "no handle from Xapian") }
    return result
}

extension String {
    /// Lends the text's bytes to C for the time of the call.
    package func lent<Result>(_ body: (cx_bytes) -> Result) -> Result {
        var copy = self
        return copy.withUTF8 { utf8 in
            utf8.withMemoryRebound(to: CChar.self) { body(cx_bytes(start: $0.baseAddress, count: $0.count)) }
        }
    }

    /// A copy of the bytes that C handed over, which are freed.
    package init(taking bytes: cx_owned_bytes) {
        defer { cx_free(bytes.start) }
        self.init(decoding: UnsafeRawBufferPointer(start: bytes.start, count: bytes.count), as: UTF8.self)
    }
}

extension [UInt8] {
    /// Lends the bytes to C for the time of the call.
    package func lent<Result>(_ body: (cx_bytes) -> Result) -> Result {
        withUnsafeBytes { body(cx_bytes(start: $0.bindMemory(to: CChar.self).baseAddress, count: $0.count)) }
    }

    /// A copy of the bytes that C handed over, which are freed.
    package init(taking bytes: cx_owned_bytes) {
        defer { cx_free(bytes.start) }
        self.init(UnsafeRawBufferPointer(start: bytes.start, count: bytes.count))
    }
}

/// The lines of a text that C handed over, each of which ends in a line feed.
package func lines(taking bytes: cx_owned_bytes) -> [String] {
    String(taking: bytes).split(separator: "\n").map(String.init)
}

/// An empty text for C to fill in.
package func noBytes() -> cx_owned_bytes { cx_owned_bytes(start: nil, count: 0) }
