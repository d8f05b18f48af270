/* The C face of what libxapian writes; a module of its own, so that a program that only reads links none of it.
 *
 * Statuses, messages and handles are as in CXapian.h. */
#ifndef CXAPIANWRITING_H
#define CXAPIANWRITING_H

#include "CXapian.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Xapian::Document */
typedef struct cx_document cx_document;
cx_status cx_document_new(cx_document **out, char **message);
void cx_document_free(cx_document *self);
cx_status cx_document_set_data(cx_document *self, cx_bytes data, char **message);
cx_status cx_document_set_value(cx_document *self, uint32_t slot, cx_bytes value, char **message);
cx_status cx_document_add_posting(cx_document *self, cx_bytes term, uint32_t position, char **message);
cx_status cx_document_add_term(cx_document *self, cx_bytes term, uint32_t frequency, char **message);
/* Takes a term away; a document that lacks it stays as it is. */
cx_status cx_document_remove_term(cx_document *self, cx_bytes term, char **message);
/* TermGenerator::index_text_without_positions with a wdf of 0: adds the terms that Xapian itself would make of a
 * text, and leaves the frequencies of those that are there. */
cx_status cx_document_add_words(cx_document *self, cx_bytes words, const char *language, char **message);

/* Xapian::WritableDatabase */
typedef struct cx_writer cx_writer;
/* Creates the database where there is none. Not synced: the caller syncs what it keeps. */
cx_status cx_writer_open(const char *path, cx_writer **out, char **message);
void cx_writer_free(cx_writer *self);
cx_status cx_writer_add(cx_writer *self, cx_document *document, char **message);
/* The first document that the term indexes; NULL where there is none. */
cx_status cx_writer_document(cx_writer *self, cx_bytes term, cx_document **out, char **message);
/* Puts a document in the place of the one that the term indexes. */
cx_status cx_writer_replace(cx_writer *self, cx_bytes term, cx_document *document, char **message);
/* Deletes every document that the term indexes. */
cx_status cx_writer_delete(cx_writer *self, cx_bytes term, char **message);
cx_status cx_writer_add_synonym(cx_writer *self, cx_bytes term, cx_bytes synonym, char **message);
cx_status cx_writer_clear_synonyms(cx_writer *self, char **message);
cx_status cx_writer_add_spelling(cx_writer *self, cx_bytes word, uint32_t frequency, char **message);
cx_status cx_writer_clear_spellings(cx_writer *self, char **message);
cx_status cx_writer_set_metadata(cx_writer *self, cx_bytes key, cx_bytes value, char **message);
cx_status cx_writer_commit(cx_writer *self, char **message);

/* Database::compact of several databases into one at `path`; the documents of each stay successive. */
cx_status cx_compact(const char *const *parts, size_t count, const char *path, char **message);
/* Database::check, which opens tables for writing; the number of faults found. */
cx_status cx_database_check(const char *path, size_t *faults, char **message);

#ifdef __cplusplus
}
#endif
#endif
