internal import CXapian
internal import CXapianWriting
public import Xapian

/// A database opened for writing: `Xapian::WritableDatabase`.
///
/// One writer at a time.
public final class WritableDatabase {
    private let handle: OpaquePointer

    /// Opens the database in the folder at `path`, and creates it if there is none.
    ///
    /// Nothing is synced to disk (`DB_NO_SYNC`): whoever keeps the files syncs them.
    public init(path: String) throws(XapianError) {
        handle = try Xapian.handle { cx_writer_open(path, $0, $1) }
    }

    deinit { cx_writer_free(handle) }

    /// Adds a document under the next number: `add_document`.
    public func add(_ document: Document) throws(XapianError) {
        try check { cx_writer_add(handle, document.handle, $0) }
    }

    /// The first document that a term indexes; `nil` if there is none: `postlist_begin`, `get_document`.
    public func document(indexedBy term: String) throws(XapianError) -> Document? {
        var found: OpaquePointer?
        try check { message in term.lent { cx_writer_document(handle, $0, &found, message) } }
        return found.map { Document(handle: $0) }
    }

    /// Puts a document in the place, and under the number, of the one that a term indexes: `replace_document`.
    public func replaceDocument(indexedBy term: String, with document: Document) throws(XapianError) {
        try check { message in term.lent { cx_writer_replace(handle, $0, document.handle, message) } }
    }

    /// Deletes every document that a term indexes: `delete_document`.
    public func deleteDocuments(indexedBy term: String) throws(XapianError) {
        try check { message in term.lent { cx_writer_delete(handle, $0, message) } }
    }

    /// Adds a synonym of a term: `add_synonym`.
    public func addSynonym(_ synonym: String, of term: String) throws(XapianError) {
        try check { message in
            term.lent { term in synonym.lent { cx_writer_add_synonym(handle, term, $0, message) } }
        }
    }

    /// Forgets all synonyms: `clear_synonyms`.
    public func clearSynonyms() throws(XapianError) {
        try check { cx_writer_clear_synonyms(handle, $0) }
    }

    /// Adds a word to the spelling data, as one that so many documents hold: `add_spelling`.
    public func addSpelling(_ word: String, frequency: Int) throws(XapianError) {
        try check { message in
            word.lent { cx_writer_add_spelling(handle, $0, UInt32(frequency), message) }
        }
    }

    /// Forgets all spelling data: `remove_spelling`.
    public func clearSpellings() throws(XapianError) {
        try check { cx_writer_clear_spellings(handle, $0) }
    }

    /// Sets the value of a key of the database's own: `set_metadata`.
    public func setMetadata(_ value: String, of key: String) throws(XapianError) {
        try check { message in
            key.lent { key in value.lent { cx_writer_set_metadata(handle, key, $0, message) } }
        }
    }

    /// Writes what was added and deleted so far: `commit`.
    public func commit() throws(XapianError) {
        try check { cx_writer_commit(handle, $0) }
    }
}
