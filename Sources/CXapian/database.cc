/* Xapian::Database: what a reader asks, apart from matching. */
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

cx_status cx_database_column(cx_database *self, uint32_t slot, size_t width, uint32_t **documents,
                             uint8_t **values, size_t *count, char **message) {
    return guarded(message, [&] {
        size_t capacity = self->db.get_value_freq(slot), filled = 0;
        uint32_t *ids = allocate<uint32_t>(capacity);
        uint8_t *bytes = allocate<uint8_t>(capacity * width);
        try {
            for (auto i = self->db.valuestream_begin(slot); i != self->db.valuestream_end(slot); ++i) {
                const std::string &value = *i;
                if (value.size() != width || filled == capacity)
                    throw Xapian::DatabaseCorruptError("a value of slot " + std::to_string(slot) +
                                                       " has the wrong length");
                ids[filled] = i.get_docid();
                std::memcpy(bytes + filled * width, value.data(), width);
                ++filled;
            }
        } catch (...) {
            std::free(ids);
            std::free(bytes);
            throw;
        }
        *documents = ids;
        *values = bytes;
        *count = filled;
    });
}

cx_status cx_compact(const char *const *parts, size_t count, const char *path, char **message) {
    return guarded(message, [&] {
        Xapian::Database all;
        for (size_t i = 0; i < count; ++i) all.add_database(open_database(parts[i]));
        all.compact(path, Xapian::DBCOMPACT_MULTIPASS);
    });
}

cx_status cx_database_check(const char *path, size_t *faults, char **message) {
    return guarded(message, [&] { *faults = Xapian::Database::check(path); });
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
