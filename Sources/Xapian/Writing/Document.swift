internal import CXapian

/// A document to be added to a database: `Xapian::Document`.
public final class Document {
    let handle: OpaquePointer

    /// An empty document.
    public init() throws(XapianError) {
        handle = try Xapian.handle { cx_document_new($0, $1) }
    }

    deinit { cx_document_free(handle) }

    /// Gives it a value in a slot: `add_value`.
    public func setValue(_ value: [UInt8], slot: Int) throws(XapianError) {
        try check { message in value.lent { cx_document_set_value(handle, UInt32(slot), $0, message) } }
    }

    /// Adds a term at a position, at most 245 bytes long: `add_posting`.
    public func addPosting(_ term: String, at position: Int) throws(XapianError) {
        try check { message in term.lent { cx_document_add_posting(handle, $0, UInt32(position), message) } }
    }

    /// Adds a term that counts `frequency` times towards the document's length: `add_term`.
    public func addTerm(_ term: String, frequency: Int) throws(XapianError) {
        try check { message in term.lent { cx_document_add_term(handle, $0, UInt32(frequency), message) } }
    }
}
