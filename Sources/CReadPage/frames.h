/* What evidence-index and the process that reads pages (read-page) say to each other, over two pipes.
 *
 * Each says frames: a kind, a count of bytes, and so many bytes. Numbers are as the machine has them. read-page first
 * says whether it is locked. Then it answers one request after the other, and ends when its standard input does. */
#ifndef CREADPAGE_FRAMES_H
#define CREADPAGE_FRAMES_H

#include <stdint.h>

typedef struct rp_frame {
    uint32_t kind;
    uint32_t count;
} rp_frame;

enum rp_kind {
    /* read-page's first word: the locks that hold, as text; or the reason why it won't read anything. */
    RP_LOCKED = 1,
    RP_REFUSED,

    /* A web page in UTF-8. The answer is RP_ADDRESSES if it names its own, RP_DECLARES_UTF8 if it does, and RP_TEXT. */
    RP_HTML,
    RP_ADDRESSES,
    RP_DECLARES_UTF8,
    RP_TEXT,

    /* An archive, as rp_archive; it takes the place of the one before. The answer is RP_OPENED. */
    RP_ARCHIVE,
    RP_OPENED,
    /* Goes to its next member. The answer is RP_MEMBER (rp_member, then the name), or RP_END behind the last. */
    RP_NEXT,
    RP_MEMBER,
    RP_END,
    /* Unpacks that member, if it has at most so many bytes (uint64_t). The answer is RP_BYTES. */
    RP_UNPACK,
    RP_BYTES,
    /* read-page asks for bytes of the archive, as rp_range, before it answers. It gets RP_BYTES, which are fewer at the
     * end, or RP_NOT_READ with errno (int32_t). */
    RP_READ,
    RP_NOT_READ,

    /* In place of an answer, each with a reason as text; cp_status says what they mean. */
    RP_TOO_LARGE,
    RP_UNREADABLE,
    RP_DAMAGED
};

/* What an archive's file has, and what the archive may have: bytes unpacked, members, and bytes of all their names. */
typedef struct rp_archive {
    int64_t size;
    int64_t largest;
    uint64_t most;
    uint64_t longest;
} rp_archive;

typedef struct rp_member {
    /* In bytes as unpacked; -1 if the archive doesn't say. */
    int64_t size;
    uint8_t is_folder;
    uint8_t is_special;
    uint8_t is_encrypted;
    uint8_t unused[5];
} rp_member;

typedef struct rp_range {
    int64_t position;
    uint64_t count;
} rp_range;

/* read-page ends with this status if it needs more memory than it may have. */
enum rp_status { RP_NO_MEMORY = 12 };

#endif
