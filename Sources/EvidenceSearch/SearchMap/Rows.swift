/// Rows of values one after another, by document.
package struct Rows<Start: FixedWidthInteger & UnsignedInteger & BitwiseCopyable, Value: BitwiseCopyable>:
    Sendable
{
    // nonisolated(unsafe): as the buffers of `DocumentTable`.
    nonisolated(unsafe) private let starts: UnsafeBufferPointer<Start>
    nonisolated(unsafe) private let values: UnsafeBufferPointer<Value>

    /// So many rows of a map; throws if each does not start where the one before ends.
    init(
        _ file: SearchMapSections, _ values: SearchMapLayout.Section, starts: SearchMapLayout.Section,
        count: Int
    ) throws(IndexError) {
        self.values = try file.values(values)
        self.starts = try file.values(starts, count: count + 1)
        try file.require(self.starts.areStarts(of: self.values.count), starts)
    }

    package var count: Int { starts.count - 1 }

    /// The values of all documents.
    var all: UnsafeBufferPointer<Value> { values }

    /// A document's values.
    package subscript(document: Int) -> UnsafeBufferPointer<Value> {
        UnsafeBufferPointer(rebasing: values[Int(starts[document])..<Int(starts[document + 1])])
    }
}
