internal import CXapian
internal import Glibc

/// A database opened for reading: `Xapian::Database`.
///
/// It sees the revision that it was opened on. Not Sendable: a database and all that comes from it belong to
/// one thread at a time, because Xapian's reference counts are plain integers.
public final class Database {
    let handle: OpaquePointer

    /// Opens the database in the folder at `path`.
    public init(path: String) throws(XapianError) {
        handle = try Xapian.handle { cx_database_open(path, $0, $1) }
    }

    deinit { cx_database_free(handle) }

    /// How many documents it holds: `get_doccount`.
    public var documentCount: Int {
        get throws(XapianError) {
            var count: UInt32 = 0
            try check { cx_database_document_count(handle, &count, $0) }
            return Int(count)
        }
    }

    /// The highest document number ever used: `get_lastdocid`.
    public var lastDocument: UInt32 {
        get throws(XapianError) {
            var document: UInt32 = 0
            try check { cx_database_last_document(handle, &document, $0) }
            return document
        }
    }

    /// How many documents a term indexes, 0 for an unknown one: `get_termfreq`.
    public func frequency(of term: String) throws(XapianError) -> Int {
        var count: UInt32 = 0
        try check { message in term.lent { cx_database_term_frequency(handle, $0, &count, message) } }
        return Int(count)
    }

    /// How often a term stands in all documents together, 0 for an unknown one: `get_collection_freq`.
    public func collectionFrequency(of term: String) throws(XapianError) -> Int {
        var count: UInt64 = 0
        try check { message in term.lent { cx_database_collection_frequency(handle, $0, &count, message) } }
        return Int(count)
    }

    /// The query of the documents that a term indexes.
    ///
    /// For a term that indexes every document, an `Enquire` without weights walks the list of all documents in its
    /// stead, and libxapian 1.4.22 throws `DatabaseCorruptError` there once numbers have gaps. `Query::MatchAll`
    /// doesn't, so it stands for the term, which then only adds its weight.
    public func query(_ term: String) throws(XapianError) -> Query {
        guard try documentCount < Int(lastDocument), try frequency(of: term) == documentCount else {
            return try .term(term)
        }
        return try .combine(.andMaybe, [.all(), .term(term)])
    }

    /// The word in the spelling data that is nearest, within `distance` edits: `get_spelling_suggestion`.
    public func spelling(of word: String, within distance: Int) throws(XapianError) -> String? {
        var found = noBytes()
        try check { message in
            word.lent { cx_database_spelling(handle, $0, UInt32(distance), &found, message) }
        }
        let suggestion = String(taking: found)
        return suggestion.isEmpty ? nil : suggestion
    }

    /// The terms that have synonyms, in byte order: `synonym_keys_begin`.
    public var synonymKeys: [String] {
        get throws(XapianError) {
            var found = noBytes()
            try check { cx_database_synonym_keys(handle, &found, $0) }
            return lines(taking: found)
        }
    }

    /// The synonyms of a term, in byte order: `synonyms_begin`.
    public func synonyms(of term: String) throws(XapianError) -> [String] {
        var found = noBytes()
        try check { message in term.lent { cx_database_synonyms(handle, $0, &found, message) } }
        return lines(taking: found)
    }

    /// The first `limit` terms that begin with a prefix, in byte order: `allterms_begin`.
    public func terms(beginning prefix: String, limit: Int) throws(XapianError) -> [String] {
        var found = noBytes()
        try check { message in
            prefix.lent { cx_database_terms(handle, $0, UInt32(clamping: limit), &found, message) }
        }
        return lines(taking: found)
    }

    /// The numbers of all documents, ascending: the posting list of the empty term.
    public var documents: [UInt32] {
        get throws(XapianError) {
            var found: UnsafeMutablePointer<UInt32>?
            var count = 0
            try check { cx_database_documents(handle, &found, &count, $0) }
            defer { cx_free(found) }
            return Array(UnsafeBufferPointer(start: found, count: count))
        }
    }

    /// The data of a document, which `documents` names: `get_data`.
    public func data(of document: UInt32) throws(XapianError) -> [UInt8] {
        var data = noBytes()
        try check { cx_database_data(handle, document, &data, $0) }
        return [UInt8](taking: data)
    }

    /// The length of a document, the sum of its terms' frequencies: `get_doclength`.
    public func length(of document: UInt32) throws(XapianError) -> Int {
        var length: UInt32 = 0
        try check { cx_database_length(handle, document, &length, $0) }
        return Int(length)
    }

    /// The value of a key of the database's own, empty for an unknown one: `get_metadata`.
    public func metadata(_ key: String) throws(XapianError) -> String {
        var value = noBytes()
        try check { message in key.lent { cx_database_metadata(handle, $0, &value, message) } }
        return String(taking: value)
    }
}
