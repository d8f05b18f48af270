/* The one place where C++ exceptions become statuses. */
#pragma once

#include <xapian.h>

#include <cstdlib>
#include <cstring>
#include <exception>
#include <string>

#include "CXapian.h"

/* Call only from a catch block. Derived classes stand before their bases. */
inline cx_status translate_current_exception(char **message) noexcept {
    auto fail = [&](cx_status status, const char *text) {
        *message = strdup(text);
        return status;
    };
    try {
        throw;
    } catch (const Xapian::DatabaseModifiedError &e) {
        return fail(CX_DATABASE_MODIFIED, e.get_msg().c_str());
    } catch (const Xapian::DatabaseLockError &e) {
        return fail(CX_DATABASE_LOCKED, e.get_msg().c_str());
    } catch (const Xapian::DatabaseVersionError &e) {
        return fail(CX_DATABASE_VERSION, e.get_msg().c_str());
    } catch (const Xapian::DatabaseCorruptError &e) {
        return fail(CX_DATABASE_CORRUPT, e.get_msg().c_str());
    } catch (const Xapian::DatabaseNotFoundError &e) {
        return fail(CX_DATABASE_NOT_FOUND, e.get_msg().c_str());
    } catch (const Xapian::DatabaseOpeningError &e) {
        /* 1.4 throws the base class where a path isn't there, and where it isn't a database. */
        return fail(CX_DATABASE_NOT_FOUND, e.get_msg().c_str());
    } catch (const Xapian::DatabaseError &e) {
        return fail(CX_DATABASE_CORRUPT, e.get_msg().c_str());
    } catch (const Xapian::DocNotFoundError &e) {
        return fail(CX_DOCUMENT_NOT_FOUND, e.get_msg().c_str());
    } catch (const Xapian::InvalidArgumentError &e) {
        return fail(CX_INVALID_ARGUMENT, e.get_msg().c_str());
    } catch (const Xapian::WildcardError &e) {
        return fail(CX_EXPANSION_TOO_LARGE, e.get_msg().c_str());
    } catch (const Xapian::Error &e) {
        return fail(CX_INTERNAL, e.get_description().c_str());
    } catch (const std::exception &e) {
        return fail(CX_INTERNAL, e.what());
    } catch (...) {
        return fail(CX_INTERNAL, "unknown C++ exception");
    }
}

/* Runs `body`; whatever it throws becomes a status and a message. */
template <typename Body>
cx_status guarded(char **message, Body &&body) noexcept {
    try {
        body();
        return CX_OK;
    } catch (...) {
        return translate_current_exception(message);
    }
}
