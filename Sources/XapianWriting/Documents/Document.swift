internal import CXapian
internal import CXapianWriting
public import Xapian

/// A document to be added to a database: `Xapian::Document`.
public final class Document {
    let handle: OpaquePointer

    /// An empty document.
    public init() throws(XapianError) {
        handle = try Xapian.handle { cx_document_new($0, $1) }
    }

    /// A document that a database holds.
    init(handle: OpaquePointer) { self.handle = handle }

    deinit { cx_document_free(handle) }

    /// Gives it its data, which a reader gets back as it was: `set_data`.
    public func setData(_ data: [UInt8]) throws(XapianError) {
        try check { message in data.lent { cx_document_set_data(handle, $0, message) } }
    }

    /// Gives it a value in a slot: `add_value`.
    public func setValue(_ value: String, slot: Int) throws(XapianError) {
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

    /// Takes a term away, if the document has it: `remove_term`.
    public func removeTerm(_ term: String) throws(XapianError) {
        try check { message in term.lent { cx_document_remove_term(handle, $0, message) } }
    }

    /// Adds the words and stems that Xapian itself finds in a text and the document lacks, without counting them
    /// towards its length: `TermGenerator::index_text_without_positions` with a wdf of 0.
    public func addWords(of text: String, language: String) throws(XapianError) {
        try check { message in text.lent { cx_document_add_words(handle, $0, language, message) } }
    }
}
