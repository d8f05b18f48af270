/* Xapian::WritableDatabase and Xapian::Document: what the indexer writes. */
#include <vector>

#include "CXapianWriting.h"
#include "guard.hh"
#include "handles.hh"

struct cx_writer {
    Xapian::WritableDatabase db;
};

struct cx_document {
    Xapian::Document document;
};

cx_status cx_document_new(cx_document **out, char **message) {
    return guarded(message, [&] { *out = new cx_document(); });
}

void cx_document_free(cx_document *self) { delete self; }

cx_status cx_document_set_data(cx_document *self, cx_bytes data, char **message) {
    return guarded(message, [&] { self->document.set_data(text(data)); });
}

cx_status cx_document_set_value(cx_document *self, uint32_t slot, cx_bytes value, char **message) {
    return guarded(message, [&] { self->document.add_value(slot, text(value)); });
}

cx_status cx_document_add_posting(cx_document *self, cx_bytes term, uint32_t position, char **message) {
    return guarded(message, [&] { self->document.add_posting(text(term), position); });
}

cx_status cx_document_add_term(cx_document *self, cx_bytes term, uint32_t frequency, char **message) {
    return guarded(message, [&] { self->document.add_term(text(term), frequency); });
}

cx_status cx_document_remove_term(cx_document *self, cx_bytes term, char **message) {
    return guarded(message, [&] {
        Xapian::TermIterator terms = self->document.termlist_begin();
        terms.skip_to(text(term));
        if (terms != self->document.termlist_end() && *terms == text(term)) self->document.remove_term(text(term));
    });
}

cx_status cx_document_add_words(cx_document *self, cx_bytes words, const char *language, char **message) {
    return guarded(message, [&] {
        Xapian::TermGenerator generator;
        generator.set_stemmer(Xapian::Stem(language));
        generator.set_document(self->document);
        generator.index_text_without_positions(text(words), 0);
    });
}

cx_status cx_writer_open(const char *path, cx_writer **out, char **message) {
    return guarded(message, [&] {
        *out = new cx_writer{Xapian::WritableDatabase(path, Xapian::DB_CREATE_OR_OPEN | Xapian::DB_NO_SYNC)};
    });
}

void cx_writer_free(cx_writer *self) { delete self; }

cx_status cx_writer_add(cx_writer *self, cx_document *document, char **message) {
    return guarded(message, [&] { self->db.add_document(document->document); });
}

cx_status cx_writer_document(cx_writer *self, cx_bytes term, cx_document **out, char **message) {
    return guarded(message, [&] {
        *out = nullptr;
        Xapian::PostingIterator first = self->db.postlist_begin(text(term));
        if (first != self->db.postlist_end(text(term))) *out = new cx_document{self->db.get_document(*first)};
    });
}

cx_status cx_writer_replace(cx_writer *self, cx_bytes term, cx_document *document, char **message) {
    return guarded(message, [&] { self->db.replace_document(text(term), document->document); });
}

cx_status cx_writer_delete(cx_writer *self, cx_bytes term, char **message) {
    return guarded(message, [&] { self->db.delete_document(text(term)); });
}

cx_status cx_writer_add_synonym(cx_writer *self, cx_bytes term, cx_bytes synonym, char **message) {
    return guarded(message, [&] { self->db.add_synonym(text(term), text(synonym)); });
}

cx_status cx_writer_clear_synonyms(cx_writer *self, char **message) {
    return guarded(message, [&] {
        std::vector<std::string> keys(self->db.synonym_keys_begin(), self->db.synonym_keys_end());
        for (const std::string &key : keys) self->db.clear_synonyms(key);
    });
}

cx_status cx_writer_add_spelling(cx_writer *self, cx_bytes word, uint32_t frequency, char **message) {
    return guarded(message, [&] { self->db.add_spelling(text(word), frequency); });
}

cx_status cx_writer_clear_spellings(cx_writer *self, char **message) {
    return guarded(message, [&] {
        std::vector<std::pair<std::string, Xapian::termcount>> old;
        for (auto i = self->db.spellings_begin(); i != self->db.spellings_end(); ++i)
            old.emplace_back(*i, i.get_termfreq());
        for (const auto &[word, frequency] : old) self->db.remove_spelling(word, frequency);
    });
}

cx_status cx_writer_set_metadata(cx_writer *self, cx_bytes key, cx_bytes value, char **message) {
    return guarded(message, [&] { self->db.set_metadata(text(key), text(value)); });
}

cx_status cx_writer_commit(cx_writer *self, char **message) {
    return guarded(message, [&] { self->db.commit(); });
}

cx_status cx_compact(const char *const *parts, size_t count, const char *path, char **message) {
    return guarded(message, [&] {
        Xapian::Database all;
        for (size_t i = 0; i < count; ++i) all.add_database(open_database(parts[i]));
        all.compact(path);
    });
}

cx_status cx_database_check(const char *path, size_t *faults, char **message) {
    return guarded(message, [&] { *faults = Xapian::Database::check(path); });
}
