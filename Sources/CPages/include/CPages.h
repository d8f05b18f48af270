/* The C face of libxml2 and libarchive: the text of a saved web page, the members of an archive.
 *
 * Every call that can fail returns a status and hands its result back by out-parameter; if the status isn't CP_OK,
 * it hands back a message, which the caller frees with cp_free. Nothing is fetched from a network, nothing is
 * written to disk. Text is pointer and length in bytes of UTF-8. */
#ifndef CPAGES_H
#define CPAGES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* One status for each different action of a caller. */
typedef enum cp_status {
    CP_OK = 0,
    /* A member, or all of an archive, is larger than the caller takes. */
    CP_TOO_LARGE,
    /* A page or a member can't be read; the next member may be. */
    CP_UNREADABLE,
    /* Nothing more of an archive can be read. */
    CP_DAMAGED,
    CP_NO_MEMORY
} cp_status;

/* A copy for the caller, who frees it with cp_free. */
typedef struct cp_owned_bytes {
    char *start;
    size_t count;
} cp_owned_bytes;

void cp_free(void *pointer);

/* Makes the libraries open now the files that they would open later, and has libxml2 take its memory by these.
 *
 * Called once, before all else. */
void cp_prepare(void *allocate(size_t), void *reallocate(void *, size_t), char *copy(const char *));

/* The text of a saved web page. */
typedef struct cp_html {
    /* One block a line, list items behind "- ", each line with its line feed. */
    cp_owned_bytes text;
    /* The addresses that the page calls its own, the likeliest first, each with its line feed; NULL if it names
     * none. The caller frees it with cp_free. */
    char *addresses;
    bool declares_utf8;
} cp_html;

/* Reads HTML in UTF-8, whatever it declares, by libxml2's forgiving parser.
 *
 * U+0080 to U+009F become what windows-1252 has in their places. */
cp_status cp_html_read(const char *start, size_t count, cp_html *out, char **message);

/* A zip, tar or tar.gz that is read from its first member to its last. */
typedef struct cp_archive cp_archive;

typedef struct cp_member {
    /* As the archive spells it, valid until the next call; NULL behind the last member. */
    const char *name;
    /* In bytes as unpacked; -1 if the archive doesn't say. */
    int64_t size;
    bool is_folder;
    /* Neither a file nor a folder: a link, a device. */
    bool is_special;
    bool is_encrypted;
} cp_member;

/* The file of an archive. */
typedef struct cp_source {
    void *context;
    int64_t size;
    /* Reads bytes from a position on: the number of bytes, 0 at the end, or -1 with errno. */
    ssize_t (*read)(void *context, int64_t position, void *buffer, size_t count);
} cp_source;

/* Opens an archive, whose source is read until it is freed.
 *
 * It may unpack to `largest` bytes and `most` members, whose names may have `longest` bytes together; with more it
 * ends as CP_TOO_LARGE. */
cp_status cp_archive_open(
    cp_source source, int64_t largest, size_t most, size_t longest, cp_archive **out, char **message);
void cp_archive_free(cp_archive *self);
/* Goes to the next member. */
cp_status cp_archive_next(cp_archive *self, cp_member *out, char **message);
/* Unpacks the member that `next` went to, if it has at most `largest` bytes. */
cp_status cp_archive_read(cp_archive *self, size_t largest, cp_owned_bytes *out, char **message);

#endif
