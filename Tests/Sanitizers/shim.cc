// Calls every function of the shim, where it does what is asked and where it can't; `run` has valgrind watch.
#include "CXapian.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

static char *message;

static cx_bytes bytes(const std::string &text) { return {text.data(), text.size()}; }

static void expect(const char *call, cx_status status, cx_status wanted) {
    if (status != wanted || (message == nullptr) != (status == CX_OK)) {
        fprintf(stderr, "%s: %d, not %d (%s)\n", call, status, wanted, message ? message : "no message");
        exit(1);
    }
    cx_free(message);
    message = nullptr;
}

#define DOES(call) expect(#call, call, CX_OK)
#define FAILS(status, call) expect(#call, call, status)

static void drop(cx_owned_bytes text) { cx_free(text.start); }

static void write(const std::string &path) {
    cx_writer *writer = nullptr, *second = nullptr;
    DOES(cx_writer_open(path.c_str(), &writer, &message));
    FAILS(CX_DATABASE_LOCKED, cx_writer_open(path.c_str(), &second, &message));
    // A document that can't be added takes those with it that weren't committed.
    cx_document *longest = nullptr;
    DOES(cx_document_new(&longest, &message));
    DOES(cx_document_add_term(longest, bytes(std::string(300, 'a')), 1, &message));
    FAILS(CX_INVALID_ARGUMENT, cx_writer_add(writer, longest, &message));
    FAILS(CX_INVALID_ARGUMENT, cx_document_add_term(longest, bytes(""), 1, &message));
    cx_document_free(longest);
    for (const char *word : {"lamp", "lantern", "gone"}) {
        cx_document *document = nullptr;
        DOES(cx_document_new(&document, &message));
        DOES(cx_document_set_value(document, 0, bytes("1234"), &message));
        DOES(cx_document_add_posting(document, bytes(word), 1, &message));
        DOES(cx_document_add_term(document, bytes("Zcare"), 2, &message));
        DOES(cx_writer_add(writer, document, &message));
        cx_document_free(document);
    }
    DOES(cx_writer_delete(writer, bytes("gone"), &message));
    DOES(cx_writer_clear_synonyms(writer, &message));
    DOES(cx_writer_add_synonym(writer, bytes("lamp"), bytes("light"), &message));
    DOES(cx_writer_clear_spellings(writer, &message));
    DOES(cx_writer_add_spelling(writer, bytes("lantern"), 1, &message));
    DOES(cx_writer_commit(writer, &message));
    cx_writer_free(writer);
}

static void match(cx_database *database) {
    cx_query *lamp = nullptr, *care = nullptr, *all = nullptr, *nothing = nullptr, *twice = nullptr;
    DOES(cx_query_term(bytes("lamp"), &lamp, &message));
    DOES(cx_query_term(bytes("Zcare"), &care, &message));
    DOES(cx_query_all(&all, &message));
    DOES(cx_query_nothing(&nothing, &message));
    DOES(cx_query_scale(lamp, 2, &twice, &message));
    FAILS(CX_INVALID_ARGUMENT, cx_query_scale(lamp, -1, &nothing, &message));
    for (int op = CX_AND; op <= CX_MAX; op++) {
        cx_query *const parts[] = {twice, care};
        cx_query *const words[] = {lamp, care};
        bool isRow = op == CX_NEAR || op == CX_PHRASE;
        cx_query *query = nullptr;
        DOES(cx_query_combine(cx_operator(op), isRow ? words : parts, 2, isRow ? 3 : 0, &query, &message));
        for (double k1 : {1.2, -1.0}) {
            cx_matches matches = {};
            DOES(cx_database_match(database, query, {k1, 0.5}, &matches, &message));
            cx_matches_free(matches);
        }
        cx_query_free(query);
    }
    for (cx_query *query : {lamp, care, all, nothing, twice}) cx_query_free(query);
}

static void read(const std::string &path) {
    cx_database *database = nullptr;
    uint32_t number, *documents;
    uint8_t *values;
    size_t count;
    cx_owned_bytes text;
    FAILS(CX_DATABASE_NOT_FOUND, cx_database_open((path + "-none").c_str(), &database, &message));
    DOES(cx_database_open(path.c_str(), &database, &message));
    DOES(cx_database_document_count(database, &number, &message));
    DOES(cx_database_last_document(database, &number, &message));
    DOES(cx_database_term_frequency(database, bytes("lamp"), &number, &message));
    for (const char *word : {"lanterm", "nothing"}) {
        DOES(cx_database_spelling(database, bytes(word), 2, &text, &message));
        drop(text);
    }
    DOES(cx_database_synonym_keys(database, &text, &message));
    drop(text);
    DOES(cx_database_synonyms(database, bytes("lamp"), &text, &message));
    drop(text);
    DOES(cx_database_terms(database, bytes("la"), 10, &text, &message));
    drop(text);
    DOES(cx_database_column(database, 0, 4, &documents, &values, &count, &message));
    cx_free(documents);
    cx_free(values);
    FAILS(CX_DATABASE_CORRUPT, cx_database_column(database, 0, 5, &documents, &values, &count, &message));
    DOES(cx_database_expand(database, 1, bytes(""), 5, &text, &message));
    drop(text);
    FAILS(CX_DOCUMENT_NOT_FOUND, cx_database_expand(database, 99, bytes(""), 5, &text, &message));
    match(database);
    cx_database_free(database);
}

int main(int, char **arguments) {
    std::string folder = arguments[1];
    std::string first = folder + "/first", second = folder + "/second", whole = folder + "/whole";
    write(first);
    write(second);
    const char *const parts[] = {first.c_str(), second.c_str()};
    DOES(cx_compact(parts, 2, whole.c_str(), &message));
    size_t faults;
    DOES(cx_database_check(whole.c_str(), &faults, &message));
    FAILS(CX_DATABASE_NOT_FOUND, cx_database_check((whole + "-none").c_str(), &faults, &message));
    read(whole);
    cx_stemmer *stemmer = nullptr;
    cx_owned_bytes stem;
    FAILS(CX_INVALID_ARGUMENT, cx_stemmer_new("klingon", &stemmer, &message));
    DOES(cx_stemmer_new("en", &stemmer, &message));
    DOES(cx_stemmer_stem(stemmer, bytes("discharges"), &stem, &message));
    drop(stem);
    cx_stemmer_free(stemmer);
    for (cx_status status : {CX_DATABASE_MODIFIED, CX_INTERNAL, CX_INTERNAL, CX_INTERNAL}) {
        static int kind;
        FAILS(status, cx_throw_for_test(kind++, &message));
    }
    printf("%s: every call did what it should\n", cx_version());
}
