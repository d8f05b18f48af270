/* The C face of libxapian: the only way into C++ from this project.
 *
 * Every call that can fail returns a status, hands its result back by out-parameter and, where the status
 * isn't CX_OK, a message that the caller frees with cx_free. No C++ exception leaves it (guard.hh). Handles
 * are freed with their own function; a handle and all that came from it belong to one thread at a time,
 * because Xapian's reference counts are plain integers. Text is pointer and length in bytes of UTF-8. */
#ifndef CXAPIAN_H
#define CXAPIAN_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* One status for each different action of a caller, not one for each class of Xapian's. */
typedef enum cx_status {
    CX_OK = 0,
    CX_DATABASE_NOT_FOUND,
    CX_DATABASE_LOCKED,
    CX_DATABASE_MODIFIED,
    CX_DATABASE_CORRUPT,
    CX_DATABASE_VERSION,
    CX_DOCUMENT_NOT_FOUND,
    CX_INVALID_ARGUMENT,
    CX_EXPANSION_TOO_LARGE,
    CX_INTERNAL
} cx_status;

typedef struct cx_bytes {
    const char *start;
    size_t count;
} cx_bytes;

/* A copy for the caller, who frees it with cx_free. */
typedef struct cx_owned_bytes {
    char *start;
    size_t count;
} cx_owned_bytes;

void cx_free(void *pointer);
/* "1.4.22" */
const char *cx_version(void);

/* Xapian::Database */
typedef struct cx_database cx_database;
cx_status cx_database_open(const char *path, cx_database **out, char **message);
void cx_database_free(cx_database *self);
cx_status cx_database_document_count(cx_database *self, uint32_t *out, char **message);
cx_status cx_database_last_document(cx_database *self, uint32_t *out, char **message);
cx_status cx_database_term_frequency(cx_database *self, cx_bytes term, uint32_t *out, char **message);
cx_status cx_database_collection_frequency(cx_database *self, cx_bytes term, uint64_t *out, char **message);
/* Database::get_spelling_suggestion; empty where there is none. */
cx_status cx_database_spelling(cx_database *self, cx_bytes word, uint32_t distance, cx_owned_bytes *out,
                               char **message);
/* The terms that have synonyms, each followed by a line feed. */
cx_status cx_database_synonym_keys(cx_database *self, cx_owned_bytes *out, char **message);
/* The synonyms of a term, each followed by a line feed. */
cx_status cx_database_synonyms(cx_database *self, cx_bytes term, cx_owned_bytes *out, char **message);
/* The terms that begin with a prefix, at most `limit` of them, each followed by a line feed. */
cx_status cx_database_terms(cx_database *self, cx_bytes prefix, uint32_t limit, cx_owned_bytes *out,
                            char **message);
/* The numbers of all documents, ascending. The array is the caller's to cx_free. */
cx_status cx_database_documents(cx_database *self, uint32_t **documents, size_t *count, char **message);
/* Document::get_data. */
cx_status cx_database_data(cx_database *self, uint32_t document, cx_owned_bytes *out, char **message);
cx_status cx_database_length(cx_database *self, uint32_t document, uint32_t *out, char **message);
/* Database::get_metadata; empty where there is none. */
cx_status cx_database_metadata(cx_database *self, cx_bytes key, cx_owned_bytes *out, char **message);

/* Xapian::Query */
typedef struct cx_query cx_query;
typedef enum cx_operator {
    CX_AND,
    CX_OR,
    CX_AND_NOT,
    CX_AND_MAYBE,
    CX_FILTER,
    CX_NEAR,
    CX_PHRASE,
    CX_SYNONYM,
    CX_MAX
} cx_operator;
cx_status cx_query_all(cx_query **out, char **message);
cx_status cx_query_nothing(cx_query **out, char **message);
cx_status cx_query_term(cx_bytes term, cx_query **out, char **message);
/* `window` is read for CX_NEAR and CX_PHRASE alone. */
cx_status cx_query_combine(cx_operator op, cx_query *const *parts, size_t count, uint32_t window,
                           cx_query **out, char **message);
cx_status cx_query_scale(cx_query *part, double factor, cx_query **out, char **message);
void cx_query_free(cx_query *self);

/* How matches are weighed: Xapian::BM25Weight, or Xapian::BoolWeight where `k1` is negative. */
typedef struct cx_weighting {
    double k1;
    double b;
} cx_weighting;

/* Every document that matches, ascending, with its weight. */
typedef struct cx_matches {
    uint32_t *documents;
    double *weights;
    size_t count;
} cx_matches;
cx_status cx_database_match(cx_database *self, cx_query *query, cx_weighting weighting, cx_matches *out,
                            char **message);
void cx_matches_free(cx_matches matches);
/* Enquire::get_eset: the terms with a prefix that tell a document from the others, the most telling first. Each
 * stands before a tab, its weight and a line feed. */
cx_status cx_database_expand(cx_database *self, uint32_t document, cx_bytes prefix, uint32_t limit,
                             cx_owned_bytes *out, char **message);

/* Xapian::Stem */
typedef struct cx_stemmer cx_stemmer;
cx_status cx_stemmer_new(const char *language, cx_stemmer **out, char **message);
void cx_stemmer_free(cx_stemmer *self);
cx_status cx_stemmer_stem(cx_stemmer *self, cx_bytes word, cx_owned_bytes *out, char **message);

/* Throws in C++ and reports it, to show that nothing passes the guard: 0 a Xapian error, 1 a std::exception,
 * 2 std::bad_alloc, 3 an int. */
cx_status cx_throw_for_test(int kind, char **message);

#ifdef __cplusplus
}
#endif
#endif
