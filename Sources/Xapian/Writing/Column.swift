internal import CXapian

/// Every value of one slot, where all of them are of one width: `valuestream_begin`.
public struct Column {
    /// The documents that have a value, ascending.
    public let documents: [UInt32]
    /// Their values one after another, `width` bytes each.
    public let values: [UInt8]
    /// The bytes of one value.
    public let width: Int
}

extension Database {
    /// The values of a slot whose values are all `width` bytes long; a value of another length is an error.
    public func column(slot: Int, width: Int) throws(XapianError) -> Column {
        var documents: UnsafeMutablePointer<UInt32>?
        var values: UnsafeMutablePointer<UInt8>?
        var count = 0
        try check { cx_database_column(handle, UInt32(slot), width, &documents, &values, &count, $0) }
        defer {
            cx_free(documents)
            cx_free(values)
        }
        return Column(
            documents: Array(UnsafeBufferPointer(start: documents, count: count)),
            values: Array(UnsafeBufferPointer(start: values, count: count * width)),
            width: width)
    }
}
