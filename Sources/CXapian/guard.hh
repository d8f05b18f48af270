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
    /* Xapian's own words, and the system's where it was the system that refused. */
    auto tell = [&](cx_status status, const Xapian::Error &error) {
        try {
            const char *reason = error.get_error_string();
            return fail(status, (error.get_msg() + (reason ? std::string(": ") + reason : "")).c_str());
        } catch (...) {
            return fail(status, error.get_msg().c_str());
        }
    };
    try {
        throw;
    } catch (const Xapian::DatabaseModifiedError &e) {
        return tell(CX_DATABASE_MODIFIED, e);
    } catch (const Xapian::DatabaseLockError &e) {
        return tell(CX_DATABASE_LOCKED, e);
    } catch (const Xapian::DatabaseVersionError &e) {
        return tell(CX_DATABASE_VERSION, e);
    } catch (const Xapian::DatabaseCorruptError &e) {
        return tell(CX_DATABASE_CORRUPT, e);
    } catch (const Xapian::DatabaseNotFoundError &e) {
        return tell(CX_DATABASE_NOT_FOUND, e);
    } catch (const Xapian::DatabaseOpeningError &e) {
        /* 1.4 throws the base class where a path isn't there, and where it isn't a database. */
        return tell(CX_DATABASE_NOT_FOUND, e);
    } catch (const Xapian::DatabaseError &e) {
        return tell(CX_DATABASE_CORRUPT, e);
    } catch (const Xapian::DocNotFoundError &e) {
        return tell(CX_DOCUMENT_NOT_FOUND, e);
    } catch (const Xapian::InvalidArgumentError &e) {
        return tell(CX_INVALID_ARGUMENT, e);
    } catch (const Xapian::WildcardError &e) {
        return tell(CX_EXPANSION_TOO_LARGE, e);
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
