/* Xapian::Query and Xapian::Stem. */
#include <vector>

#include "guard.hh"
#include "handles.hh"

static Xapian::Query::op translated(cx_operator op) {
    switch (op) {
    case CX_AND: return Xapian::Query::OP_AND;
    case CX_OR: return Xapian::Query::OP_OR;
    case CX_AND_NOT: return Xapian::Query::OP_AND_NOT;
    case CX_AND_MAYBE: return Xapian::Query::OP_AND_MAYBE;
    case CX_FILTER: return Xapian::Query::OP_FILTER;
    case CX_NEAR: return Xapian::Query::OP_NEAR;
    case CX_PHRASE: return Xapian::Query::OP_PHRASE;
    case CX_SYNONYM: return Xapian::Query::OP_SYNONYM;
    case CX_MAX: return Xapian::Query::OP_MAX;
    }
    throw Xapian::InvalidArgumentError("unknown operator");
}

cx_status cx_query_all(cx_query **out, char **message) {
    return guarded(message, [&] { *out = new cx_query{Xapian::Query::MatchAll}; });
}

cx_status cx_query_nothing(cx_query **out, char **message) {
    return guarded(message, [&] { *out = new cx_query{Xapian::Query::MatchNothing}; });
}

cx_status cx_query_term(cx_bytes term, cx_query **out, char **message) {
    return guarded(message, [&] { *out = new cx_query{Xapian::Query(text(term))}; });
}

cx_status cx_query_combine(cx_operator op, cx_query *const *parts, size_t count, uint32_t window,
                           cx_query **out, char **message) {
    return guarded(message, [&] {
        std::vector<Xapian::Query> queries;
        for (size_t i = 0; i < count; ++i) queries.push_back(parts[i]->query);
        *out = new cx_query{Xapian::Query(translated(op), queries.begin(), queries.end(), window)};
    });
}

cx_status cx_query_scale(cx_query *part, double factor, cx_query **out, char **message) {
    return guarded(message, [&] {
        *out = new cx_query{Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, part->query, factor)};
    });
}

void cx_query_free(cx_query *self) { delete self; }

cx_status cx_stemmer_new(const char *language, cx_stemmer **out, char **message) {
    return guarded(message, [&] { *out = new cx_stemmer{Xapian::Stem(language)}; });
}

void cx_stemmer_free(cx_stemmer *self) { delete self; }

cx_status cx_stemmer_stem(cx_stemmer *self, cx_bytes word, cx_owned_bytes *out, char **message) {
    return guarded(message, [&] { *out = owned(self->stem(text(word))); });
}
