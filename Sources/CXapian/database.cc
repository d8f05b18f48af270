/* Xapian::Database: what a reader asks, apart from matching. */
#include <algorithm>
#include <vector>

#include "guard.hh"
#include "handles.hh"

void cx_free(void *pointer) { std::free(pointer); }

const char *cx_version(void) { return Xapian::version_string(); }

cx_status cx_database_open(const char *path, cx_database **out, char **message) {
    return guarded(message, [&] { *out = new cx_database{open_database(path)}; });
}

cx_status cx_database_document_count(cx_database *self, uint32_t *out, char **message) {
    return guarded(message, [&] { *out = self->db.get_doccount(); });
}

cx_status cx_database_last_document(cx_database *self, uint32_t *out, char **message) {
    return guarded(message, [&] { *out = self->db.get_lastdocid(); });
}

cx_status cx_database_term_frequency(cx_database *self, cx_bytes term, uint32_t *out, char **message) {
    return guarded(message, [&] { *out = self->db.get_termfreq(text(term)); });
}

cx_status cx_database_collection_frequency(cx_database *self, cx_bytes term, uint64_t *out, char **message) {
    return guarded(message, [&] { *out = self->db.get_collection_freq(text(term)); });
}

cx_status cx_database_spelling(cx_database *self, cx_bytes word, uint32_t distance, cx_owned_bytes *out,
                               char **message) {
    return guarded(message, [&] { *out = owned(self->db.get_spelling_suggestion(text(word), distance)); });
}

cx_status cx_database_synonym_keys(cx_database *self, cx_owned_bytes *out, char **message) {
    return guarded(message, [&] {
        std::string lines;
        for (auto i = self->db.synonym_keys_begin(); i != self->db.synonym_keys_end(); ++i) lines += *i + '\n';
        *out = owned(lines);
    });
}

cx_status cx_database_synonyms(cx_database *self, cx_bytes term, cx_owned_bytes *out, char **message) {
    return guarded(message, [&] {
        std::string lines, key = text(term);
        for (auto i = self->db.synonyms_begin(key); i != self->db.synonyms_end(key); ++i) lines += *i + '\n';
        *out = owned(lines);
    });
}

cx_status cx_database_terms(cx_database *self, cx_bytes prefix, uint32_t limit, cx_owned_bytes *out,
                            char **message) {
    return guarded(message, [&] {
        std::string lines, start = text(prefix);
        auto end = self->db.allterms_end(start);
        for (auto i = self->db.allterms_begin(start); i != end && limit > 0; ++i, --limit) lines += *i + '\n';
        *out = owned(lines);
    });
}

cx_status cx_database_documents(cx_database *self, uint32_t **documents, size_t *count, char **message) {
    return guarded(message, [&] {
        std::vector<uint32_t> found;
        found.reserve(self->db.get_doccount());
        for (auto i = self->db.postlist_begin(""); i != self->db.postlist_end(""); ++i) found.push_back(*i);
        *documents = allocate<uint32_t>(found.size());
        std::copy(found.begin(), found.end(), *documents);
        *count = found.size();
    });
}

cx_status cx_database_data(cx_database *self, uint32_t document, cx_owned_bytes *out, char **message) {
    return guarded(message, [&] {
        *out = owned(self->db.get_document(document, Xapian::DOC_ASSUME_VALID).get_data());
    });
}

cx_status cx_database_length(cx_database *self, uint32_t document, uint32_t *out, char **message) {
    return guarded(message, [&] { *out = self->db.get_doclength(document); });
}

cx_status cx_database_metadata(cx_database *self, cx_bytes key, cx_owned_bytes *out, char **message) {
    return guarded(message, [&] { *out = owned(self->db.get_metadata(text(key))); });
}

cx_status cx_throw_for_test(int kind, char **message) {
    return guarded(message, [&] {
        switch (kind) {
        case 0: throw Xapian::DatabaseModifiedError("thrown for the test");
        case 1: throw std::runtime_error("thrown for the test");
        case 2: throw std::bad_alloc();
        default: throw kind;
        }
    });
}
