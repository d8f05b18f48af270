/* read-page: reads what the web wrote, in a process that can do nothing else. Started by evidence-index alone.
 *
 * It gets pages and archives over standard input, and writes their text and members to standard output: frames.h. */
#define _GNU_SOURCE /* close_range */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "CPages.h"
#include "lock.h"
#include "pipes.h"

static void write_fault(cp_status status, char *message) {
    if (status == CP_NO_MEMORY) _exit(RP_NO_MEMORY);
    enum rp_kind kind =
        status == CP_TOO_LARGE ? RP_TOO_LARGE : status == CP_UNREADABLE ? RP_UNREADABLE : RP_DAMAGED;
    write_string(kind, message ? message : "no reason given");
    cp_free(message);
}

static void read_html(uint32_t count) {
    char *page = allocate(count), *message = NULL;
    read_bytes(page, count);
    cp_html html = {0};
    cp_status status = cp_html_read(page, count, &html, &message);
    free(page);
    if (status != CP_OK) return write_fault(status, message);
    if (html.addresses) write_string(RP_ADDRESSES, html.addresses);
    if (html.declares_utf8) write_frame(RP_DECLARES_UTF8, NULL, 0);
    write_frame(RP_TEXT, html.text.start, html.text.count);
    cp_free(html.addresses);
    cp_free(html.text.start);
}

/* Asks evidence-index for bytes of the archive. */
static ssize_t read_archive(void *context, int64_t position, void *buffer, size_t count) {
    (void)context;
    write_frame(RP_READ, &(rp_range){position, count}, sizeof(rp_range));
    rp_frame frame = read_frame();
    if (frame.kind == RP_NOT_READ && frame.count == sizeof(int32_t)) {
        int32_t reason;
        read_bytes(&reason, sizeof reason);
        errno = reason;
        return -1;
    }
    if (frame.kind != RP_BYTES || frame.count > count) _exit(EXIT_FAILURE);
    read_bytes(buffer, frame.count);
    return frame.count;
}

static cp_archive *open_archive(void) {
    rp_archive asked;
    read_bytes(&asked, sizeof asked);
    cp_source source = {NULL, asked.size, read_archive};
    cp_archive *archive = NULL;
    char *message = NULL;
    cp_status status = cp_archive_open(source, asked.largest, asked.most, asked.longest, &archive, &message);
    if (status == CP_OK) write_frame(RP_OPENED, NULL, 0);
    else write_fault(status, message);
    return archive;
}

static void next(cp_archive *archive) {
    cp_member member;
    char *message = NULL;
    cp_status status = cp_archive_next(archive, &member, &message);
    if (status != CP_OK) return write_fault(status, message);
    if (!member.name) return write_frame(RP_END, NULL, 0);
    size_t length = strlen(member.name);
    char *answer = allocate(sizeof(rp_member) + length);
    rp_member known = {member.size, member.is_folder, member.is_special, member.is_encrypted, {0}};
    memcpy(answer, &known, sizeof known);
    memcpy(answer + sizeof known, member.name, length);
    write_frame(RP_MEMBER, answer, sizeof known + length);
    free(answer);
}

static void unpack(cp_archive *archive) {
    uint64_t largest;
    read_bytes(&largest, sizeof largest);
    cp_owned_bytes bytes;
    char *message = NULL;
    cp_status status = cp_archive_read(archive, largest, &bytes, &message);
    if (status != CP_OK) return write_fault(status, message);
    write_frame(RP_BYTES, bytes.start, bytes.count);
    cp_free(bytes.start);
}

static void answer(rp_frame request, cp_archive **archive) {
    if (request.kind == RP_HTML) return read_html(request.count);
    if (request.kind == RP_ARCHIVE && request.count == sizeof(rp_archive)) {
        if (*archive) cp_archive_free(*archive);
        *archive = open_archive();
        return;
    }
    if (request.kind == RP_NEXT && request.count == 0 && *archive) return next(*archive);
    if (request.kind == RP_UNPACK && request.count == sizeof(uint64_t) && *archive) return unpack(*archive);
    _exit(EXIT_FAILURE);
}

int main(int count, char **arguments) {
    if (!are_pipes() || close_range(STDERR_FILENO, ~0U, 0) != 0) return EXIT_FAILURE;
    cp_prepare(allocate, reallocate, copy);
    bool is_unlocked = count == 2 && strcmp(arguments[1], "--unlocked") == 0;
    const char *locks = "none", *fault = is_unlocked ? limit() : lock(&locks);
    write_string(fault ? RP_REFUSED : RP_LOCKED, fault ? fault : locks);
    if (fault) _exit(EXIT_FAILURE);
    cp_archive *archive = NULL;
    for (;;) answer(read_frame(), &archive);
}
