/* Archives by libarchive, member after member; nothing is unpacked to disk. */
#include <archive.h>
#include <archive_entry.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "CPages.h"
#include "prepare.h"

/* The bytes that are read of a file at a time. */
enum { BLOCK = 1 << 16 };

struct cp_archive {
    struct archive *archive;
    struct archive_entry *entry;
    cp_source source;
    int64_t position;
    /* The bytes that the members may unpack to, and those that the members met so far do. */
    int64_t largest, unpacked;
    size_t most, members;
    /* The bytes that all names may have, and those of the names met so far. */
    size_t longest, names;
    char block[BLOCK];
};

static cp_status fail(cp_status status, const char *text, char **message) {
    *message = strdup(text);
    return status;
}

static cp_status fail_archive(cp_status status, struct archive *archive, char **message) {
    const char *text = archive_error_string(archive);
    return fail(status, text ? text : "no reason from libarchive", message);
}

static la_ssize_t read_block(struct archive *archive, void *context, const void **out) {
    cp_archive *self = context;
    ssize_t count = self->source.read(self->source.context, self->position, self->block, BLOCK);
    if (count < 0) {
        archive_set_error(archive, errno, "the file can't be read");
        return ARCHIVE_FATAL;
    }
    self->position += count;
    *out = self->block;
    return count;
}

/* Whole blocks, as libarchive itself skips in files; the end of the file is met by reading. */
static la_int64_t skip(struct archive *archive, void *context, la_int64_t count) {
    (void)archive;
    cp_archive *self = context;
    int64_t to;
    count -= count % BLOCK;
    if (__builtin_add_overflow(self->position, count, &to)) return 0;
    self->position = to;
    return count;
}

static la_int64_t seek(struct archive *archive, void *context, la_int64_t offset, int whence) {
    cp_archive *self = context;
    int64_t from = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? self->position : self->source.size, to;
    if (__builtin_add_overflow(from, offset, &to) || to < 0) {
        archive_set_error(archive, EINVAL, "there is no such position");
        return ARCHIVE_FATAL;
    }
    return self->position = to;
}

static int open_source(cp_archive *self) {
    archive_read_set_read_callback(self->archive, read_block);
    archive_read_set_skip_callback(self->archive, skip);
    archive_read_set_seek_callback(self->archive, seek);
    archive_read_set_callback_data(self->archive, self);
    return archive_read_open1(self->archive);
}

cp_status cp_archive_open(
    cp_source source, int64_t largest, size_t most, size_t longest, cp_archive **out, char **message) {
    cp_archive *self = calloc(1, sizeof *self);
    if (self) self->archive = archive_read_new();
    if (!self || !self->archive) {
        free(self);
        return fail(CP_NO_MEMORY, "no memory", message);
    }
    self->source = source;
    self->largest = largest;
    self->most = most;
    self->longest = longest;
    archive_read_support_filter_gzip(self->archive);
    archive_read_support_format_tar(self->archive);
    archive_read_support_format_zip(self->archive);
    if (open_source(self) != ARCHIVE_OK) {
        cp_status status = fail_archive(CP_DAMAGED, self->archive, message);
        cp_archive_free(self);
        return status;
    }
    *out = self;
    return CP_OK;
}

void cp_archive_free(cp_archive *self) {
    archive_read_free(self->archive);
    free(self);
}

static const char *name(struct archive_entry *entry) {
    const char *text = archive_entry_pathname_utf8(entry);
    if (!text) text = archive_entry_pathname(entry);
    return text ? text : "(a name that can't be read)";
}

/* A header counts for what it declares; what tar's headers take themselves is in the count of the filter. */
static bool exceeds(cp_archive *self) {
    int64_t size = archive_entry_size(self->entry);
    if (size < 0 || size > self->largest - self->unpacked) return true;
    self->unpacked += size;
    return ++self->members > self->most || archive_filter_bytes(self->archive, 0) > self->largest;
}

static cp_status next(cp_archive *self, cp_member *out, char **message) {
    int result = archive_read_next_header(self->archive, &self->entry);
    *out = (cp_member){0};
    if (result == ARCHIVE_EOF) return CP_OK;
    if (result < ARCHIVE_WARN) return fail_archive(CP_DAMAGED, self->archive, message);
    const char *text = name(self->entry);
    self->names += strlen(text);
    if (exceeds(self) || self->names > self->longest) return fail(CP_TOO_LARGE, "too large", message);
    __LA_MODE_T type = archive_entry_filetype(self->entry);
    out->name = text;
    out->size = archive_entry_size_is_set(self->entry) ? archive_entry_size(self->entry) : -1;
    out->is_folder = type == AE_IFDIR;
    out->is_special = archive_entry_hardlink(self->entry) || (type != AE_IFREG && type != AE_IFDIR);
    out->is_encrypted = archive_entry_is_encrypted(self->entry);
    return CP_OK;
}

cp_status cp_archive_next(cp_archive *self, cp_member *out, char **message) {
    /* libarchive turns names into the thread's character set, and gives none if that is C's own. */
    locale_t utf8 = utf8_locale(), before = utf8 ? uselocale(utf8) : (locale_t)0;
    cp_status status = next(self, out, message);
    if (before) uselocale(before);
    return status;
}

cp_status cp_archive_read(cp_archive *self, size_t largest, cp_owned_bytes *out, char **message) {
    if (archive_entry_size_is_set(self->entry)) {
        int64_t size = archive_entry_size(self->entry);
        if (size > (int64_t)largest) return fail(CP_TOO_LARGE, "too large", message);
        largest = (size_t)size;
    }
    /* A byte more shows a member that is larger than it says. */
    size_t capacity = largest + 1, count = 0;
    char *bytes = malloc(capacity);
    if (!bytes) return fail(CP_NO_MEMORY, "no memory", message);
    while (count < capacity) {
        la_ssize_t got = archive_read_data(self->archive, bytes + count, capacity - count);
        if (got == ARCHIVE_RETRY) continue;
        if (got < 0) {
            free(bytes);
            return fail_archive(CP_UNREADABLE, self->archive, message);
        }
        if (got == 0) break;
        count += (size_t)got;
    }
    if (count == capacity) {
        free(bytes);
        return fail(CP_TOO_LARGE, "larger than it says", message);
    }
    if (!archive_entry_size_is_set(self->entry)) self->unpacked += (int64_t)count;
    *out = (cp_owned_bytes){bytes, count};
    return CP_OK;
}
