/* What the opaque handles of CXapian.h hold, and how text crosses. */
#pragma once

#include <xapian.h>

#include <cstdlib>
#include <cstring>
#include <new>
#include <string>

#include "CXapian.h"

struct cx_database {
    Xapian::Database db;
};

struct cx_query {
    Xapian::Query query;
};

struct cx_stemmer {
    Xapian::Stem stem;
};

/* Throws where one of its tables can't be opened. */
Xapian::Database open_database(const char *path);

inline std::string text(cx_bytes bytes) { return std::string(bytes.start, bytes.count); }

template <typename T>
T *allocate(size_t count) {
    void *memory = std::malloc(count ? count * sizeof(T) : 1);
    if (!memory) throw std::bad_alloc();
    return static_cast<T *>(memory);
}

inline cx_owned_bytes owned(const std::string &text) {
    char *copy = allocate<char>(text.size());
    std::memcpy(copy, text.data(), text.size());
    return {copy, text.size()};
}
